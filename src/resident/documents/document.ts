export type Part = { readonly title: string; readonly words: readonly string[] }
/** A text that people agree to, or are told. */
export type Document = { readonly title: string; readonly intro: string; readonly parts: readonly Part[] }
