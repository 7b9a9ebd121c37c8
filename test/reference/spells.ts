import type { CaseEvent } from '../../domain/case/events'
import type { Limit } from './workingTime'

/** 处置: one estate's turn with a case, from when its clock started to the answer, told from the events alone. */
export type Spell = {
  readonly estate: string
  readonly from: number
  readonly limits: Limit[]
  /** Whose law it stands under. */
  version: string
  edition: string
  readonly pauses: { from: number; to: number }[]
  /** The answer, or the going of the case to another estate. */
  end: number | null
  left: boolean
  /** It has asked for time, and the office has not decided. */
  asked: number | null
  /** Somebody went there and saw that it was only said to be done. */
  disproved: number | null
}
/** `failures`: whose answers a verification found not to match, each time. */
export type Story = { readonly spells: readonly Spell[]; readonly findings: readonly Finding[]; readonly failures: readonly string[] }
export type Finding = { readonly kind: string; readonly estate: string; readonly at: number; readonly by: string; status: 'proposed' | 'confirmed' | 'dropped' }

/** Until when nobody knows. */
const OPEN = Infinity
const openPause = (spell: Spell): { from: number; to: number } | undefined => spell.pauses.find(({ to }) => to === OPEN)

type Started = Extract<CaseEvent, { calendarVersion: string; limit: object }>
const begun = (estate: string, { at, limit, calendarVersion, editionId }: Started): Spell => ({
  estate, from: at, limits: [{ ...limit }], version: calendarVersion, edition: editionId, pauses: [], end: null, left: false, asked: null, disproved: null,
})

/**
 * Reads a case's events from the first to the last. What the estate waits for is a pause: the office's word on its return or its request, an agreed suspension, and
 * the time the case was with another estate.
 */
export function storyOf(events: readonly CaseEvent[]): Story {
  const spells: Spell[] = []
  const findings: Finding[] = []
  const failures: string[] = []
  let estate = ''
  let holder: Spell | null = null
  let suspension: { from: number; to: number } | null = null
  const decided = (at: number) => {
    if (holder!.asked !== null) holder!.pauses.push({ from: holder!.asked, to: at })
    holder!.asked = null
  }
  const start = (spell: Spell) => {
    spells.push(spell)
    holder = spell
  }
  for (const event of events) {
    const { at } = event
    switch (event.type) {
      case 'submitted': case 'found': estate = event.estateId; break
      case 'dispatched': estate = event.estateId; start(begun(estate, event)); break
      case 'returned': holder!.pauses.push({ from: at, to: OPEN }); break
      case 'returnRejected': openPause(holder!)!.to = at; break
      case 'redirected': {
        const pending = openPause(holder!)
        if (pending) pending.to = at
        decided(at)
        holder!.end = at
        holder!.left = true
        estate = event.estateId
        // An estate that had it before goes on where it was.
        const earlier = [...spells].reverse().find((spell) => spell.estate === estate && spell.left)
        if (earlier) {
          earlier.pauses.push({ from: earlier.end!, to: at })
          Object.assign(earlier, { end: null, left: false })
          holder = earlier
        } else start(begun(estate, event))
        break
      }
      case 'requested': holder!.asked = at; break
      case 'requestRefused': decided(at); break
      case 'extended': decided(at); holder!.limits.push({ ...holder!.limits[0]! }); break
      case 'suspended':
        decided(at)
        suspension = { from: event.from, to: event.until }
        holder!.pauses.push(suspension)
        break
      case 'resumed': suspension!.to = Math.min(suspension!.to, at); break
      case 'answered':
        decided(at)
        holder!.end = at
        break
      case 'verificationFailed':
        failures.push(estate)
        if (event.method === 'onSite') holder!.disproved = at
        start(begun(estate, event))
        break
      case 'reworked': start(begun(estate, event)); break
      case 'relimited': Object.assign(holder!, { version: event.calendarVersion, edition: event.editionId }); break
      case 'findingProposed': findings.push({ kind: event.finding, estate, at: event.factAt, by: event.by.person, status: 'proposed' }); break
      // Nobody decides on the own proposal.
      case 'findingConfirmed': case 'findingDropped':
        for (const finding of findings) if (finding.kind === event.finding && finding.status === 'proposed' && finding.by !== event.by.person) finding.status = event.type === 'findingConfirmed' ? 'confirmed' : 'dropped'
        break
      default:
    }
  }
  return { spells, findings, failures }
}

