import type { ConsentKind } from '../../../types/codes'

/** What of a person is private, and asked for before its first use; the two texts are agreed to elsewhere. */
export type AskedKind = Exclude<ConsentKind, 'agreement' | 'privacy'>

/** Of the reasons in labels/privacy.ts and of both texts: another version is asked about anew. */
export const TEXT_VERSION = '2026-12'
