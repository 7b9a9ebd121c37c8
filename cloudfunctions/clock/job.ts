import type { LoadRules } from '../../store/rules'
import type { Store } from '../../store/store'
import type { TemplateKey } from '../../types/codes'

/** What the platform gives, wired in index.ts. */
export type Services = {
  readonly store: Store
  readonly loadRules: LoadRules
  readonly hash: (text: string) => string
  readonly send: (openid: string, template: TemplateKey, page: string, data: Record<string, { value: string }>) => Promise<void>
  /** 照片内容检查: begins one in a person's name, and tells WeChat's name for it. */
  readonly checkPhoto: (openid: string, fileId: string) => Promise<string>
  /** What is not there is removed already. */
  readonly removeFiles: (fileIds: readonly string[]) => Promise<void>
  /** Writes a file, also over one that is there, and gives its id. */
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<string>
  readonly now: number
}
/** A job looks at no more than this in one beat and goes on in the next. */
export const BATCH = 50
export type Job = (services: Services) => Promise<number>
