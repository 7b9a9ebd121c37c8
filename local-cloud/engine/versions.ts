/** Text of a document, or null where there is none. */
export type Version = string | null
type Past = { readonly sequence: number; readonly before: Version }

/** How documents were before each committed write, for as long as somebody may still look back. */
export class Versions {
  private readonly pasts = new Map<string, Past[]>()
  private sequence = 0
  private forgottenTo = 0

  /** The present, to come back to. */
  now = (): number => this.sequence

  note(address: string, before: Version): void {
    const past = { sequence: ++this.sequence, before }
    const pasts = this.pasts.get(address)
    if (pasts) pasts.push(past)
    else this.pasts.set(address, [past])
  }

  hasChangedSince = (address: string, sequence: number): boolean => (this.pasts.get(address)?.at(-1)?.sequence ?? 0) > sequence

  /** Undefined when the document still is as it was then. */
  at = (address: string, sequence: number): Version | undefined => this.pasts.get(address)?.find((past) => past.sequence > sequence)?.before

  forgetBefore(oldest: number): void {
    if (oldest <= this.forgottenTo) return
    this.forgottenTo = Math.min(oldest, this.sequence)
    for (const [address, pasts] of this.pasts) {
      const kept = pasts.filter(({ sequence }) => sequence > oldest)
      if (kept.length > 0) this.pasts.set(address, kept)
      else this.pasts.delete(address)
    }
  }
}
