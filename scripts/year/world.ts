import { HOUR_MS, instantOf } from '../../domain/time/beijing'
import type { Cloud } from '../../local-cloud/start'
import type { ActionName, Actions } from '../../types/api'
import type { RefusalCode } from '../../types/api/refusal'
import { Refused, type Player } from '../play/player'
import type { Agenda } from './agenda'
import type { Journal } from './journal'
import type { Chances } from './random'

/** What the people of the year work with. */
export type World = {
  readonly agenda: Agenda
  readonly chances: Chances
  readonly year: number
  /** Calls an action at the current instant, once in the year, however often the play is killed and goes on. `null`: it was refused as an expected code. */
  readonly act: <Name extends ActionName>(name: string, openid: string, action: Name, request: Actions[Name]['request'], expected?: readonly RefusalCode[]) => Promise<Actions[Name]['reply'] | null>
  readonly look: <Name extends ActionName>(openid: string, action: Name, request: Actions[Name]['request']) => Promise<Actions[Name]['reply']>
  readonly photo: (openid: string, name: string, isTidy: boolean) => Promise<string>
}

/** A step that was done before the kill is refused now, because it is done. */
const DONE_ALREADY: readonly RefusalCode[] = ['STATE_CHANGED', 'CASE_CLOSED', 'FINDING_MISSING', 'FINDING_EXISTS', 'ALREADY_ENTERED', 'ALREADY_JOINED']

export function worldOf(player: Player, journal: Journal, agenda: Agenda, chances: Chances, year: number): World {
  return {
    agenda, chances, year,
    look: player.call,
    photo: (openid, name, isTidy) => journal.once(`photo ${name}`, () => player.photo(openid, name, isTidy)),
    act: (name, openid, action, request, expected = []) =>
      journal.once(name, async (mayBeDone) => {
        try {
          return await player.call(openid, action, request)
        } catch (error) {
          if (error instanceof Refused && (expected.includes(error.code) || (mayBeDone && DONE_ALREADY.includes(error.code)))) return null
          throw error
        }
      }),
  }
}

/** When the clock function next has something to do, by the indexes that it queries itself. */
export function nextDue(engine: Cloud['engine']): number | null {
  const earliest = (collection: string, field: string, filter: object = {}): number[] =>
    engine.find(collection, { filter: { ...filter, [field]: { $ne: null } }, sort: { [field]: 1 }, limit: 1 }).map((document) => document[field] as number)
  const due = [...earliest('cases', 'bookAt'), ...earliest('cases', 'remindAt'), ...earliest('cases', 'resumeAt'), ...earliest('notices', 'tryAt', { state: 'waiting' }), ...earliest('assessments', 'enteredAt', { booked: false })]
  return due.length > 0 ? Math.min(...due) : null
}

/** The platform beats each minute; a year looks at the hours in which something is due, which comes to the same: entries are dated by their facts. */
export const hourAfter = (instant: number): number => (Math.floor(instant / HOUR_MS) + 1) * HOUR_MS
export const yearEnd = (year: number): number => instantOf(`${year + 1}-01-01`, '00:00')
