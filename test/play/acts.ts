import { withDecisions } from '../../domain/rulebook/withDecisions'
import type { Edition, WorkingHours } from '../../domain/rulebook/edition'
import type { CalendarYear } from '../../domain/time/calendarYear'
import { putCalendarYear } from '../../store/calendars'
import type { ActionName } from '../../types/api'
import { TOWN_ID, type Town } from '../support/town'

/** One thing that happens in a town at play. Told by itself, so that a list of acts is a play, with some of them left out too. */
export type Act = { readonly at: number } & (
  | { readonly kind: 'call'; readonly openid: string; readonly action: ActionName; readonly request: object }
  /** The clock comes round once; until nothing is left to do; until then in every town that plays the same. */
  | { readonly kind: 'beat' | 'rest' | 'reckoning' }
  | { readonly kind: 'calendar'; readonly year: Omit<CalendarYear, 'version'> }
  | ({ readonly kind: 'edition'; readonly id: string; readonly from: number } & EditionChanges)
)
export type EditionChanges = { readonly workingHours: readonly WorkingHours[]; readonly townFindingPoints: number; readonly filedReportPoints: number }

const BEATS_MAX = 50

/** What came of it: `ok`, the code of the refusal, or what went wrong; and the reply. */
export type Heard = { readonly code: string; readonly value?: unknown }
const said = (code: string): Heard => ({ code })

export async function perform(town: Town, act: Act): Promise<Heard> {
  if (act.at < town.now()) throw new Error(`an act comes before the one before it: ${wordsOf(act)}`)
  town.goTo(act.at)
  switch (act.kind) {
    case 'call': {
      const answer = await town.raw(act.openid, { action: act.action, request: act.request })
      return answer.ok ? { code: 'ok', value: answer.value } : said(answer.code)
    }
    case 'beat': return said(failed((await town.beat()).failed))
    case 'rest': case 'reckoning': {
      for (let beats = 0; beats < BEATS_MAX; beats += 1) {
        const { more, failed: jobs } = await town.beat()
        if (!more || jobs.length > 0) return said(failed(jobs))
      }
      return said('the clock does not come to rest')
    }
    case 'calendar': return said((await putCalendarYear(town.store, TOWN_ID, act.year)).ok ? 'ok' : 'BAD_CALENDAR')
    case 'edition': {
      const { id, from, workingHours, townFindingPoints, filedReportPoints } = act
      const of = town.one('towns', TOWN_ID)
      const last: Edition = town.one('editions', `${TOWN_ID}:${of.editionIds[of.editionIds.length - 1]!}`).edition
      await town.store.set('editions', { _id: `${TOWN_ID}:${id}`, townId: TOWN_ID, edition: { ...withDecisions(last, { workingHours, townFindingPoints, filedReportPoints }), id, effectiveFrom: from } })
      await town.store.set('towns', { ...of, editionIds: [...of.editionIds, id] })
      return said('ok')
    }
  }
}

const failed = (jobs: readonly string[]): string => (jobs.length > 0 ? `failed: ${jobs.join()}` : 'ok')

/** Beijing time, as a person reads a list of acts. */
export const timeOf = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().replace('T', ' ').slice(0, 23)
export const wordsOf = (act: Act): string => {
  const { at, kind, ...rest } = act
  if (act.kind === 'call') return `${timeOf(at)} ${act.openid} ${act.action} ${JSON.stringify(act.request)}`
  return `${timeOf(at)} ${kind} ${JSON.stringify(rest)}`
}
