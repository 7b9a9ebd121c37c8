import type { TemplateKey } from '../types/codes'

/** One count a person and template. */
export const quotaId = (personId: string, template: TemplateKey): string => `${personId}:${template}`
