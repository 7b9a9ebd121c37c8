import { HOUR_MS } from '../../domain/time/beijing'
import type { Cloud } from '../../local-cloud/start'
import type { ActionName, Actions } from '../../types/api'
import type { RefusalCode } from '../../types/api/refusal'
import { Refused, type Player } from '../play/player'
import type { Journal } from './journal'
import type { Chances } from './random'

/** What the people of the year work with. Whatever a person decides by stands in the journal, so that a play that goes on decides the same. */
export type World = {
  readonly chances: Chances
  readonly later: (at: number, name: string, run: () => Promise<void>) => void
  readonly now: () => number
  /** An action, once in the year, however often the play is killed and goes on. `null`: refused with an expected code. */
  readonly act: <Name extends ActionName>(name: string, openid: string, action: Name, request: Actions[Name]['request'], expected?: readonly RefusalCode[]) => Promise<Actions[Name]['reply'] | null>
  /** Looks something up and keeps what matters of it. */
  readonly look: <Name extends ActionName, T>(name: string, openid: string, action: Name, request: Actions[Name]['request'], keep: (reply: Actions[Name]['reply']) => T) => Promise<T>
  readonly photo: (openid: string, name: string, isTidy: boolean) => Promise<string>
}

/** A step that was done just before the kill is refused now, because it is done. */
const DONE_ALREADY: readonly RefusalCode[] = ['STATE_CHANGED', 'CASE_CLOSED', 'PHOTO_SAME', 'FINDING_MISSING', 'FINDING_EXISTS', 'ALREADY_ENTERED']

type Stage = { readonly player: Player; readonly journal: Journal; readonly chances: Chances; readonly later: World['later']; readonly now: () => number; readonly setClock: () => void }

export function worldOf({ player, journal, chances, later, now, setClock }: Stage): World {
  return {
    chances, later, now,
    look: (name, openid, action, request, keep) =>
      journal.once(`look ${name}`, async () => {
        setClock()
        return keep(await player.call(openid, action, request))
      }),
    photo: (openid, name, isTidy) =>
      journal.once(`photo ${name}`, async () => {
        // An upload is kept for a day only.
        setClock()
        return player.photo(openid, name, isTidy)
      }),
    act: (name, openid, action, request, expected = []) =>
      journal.once(name, async (mayBeDone) => {
        setClock()
        try {
          return await player.call(openid, action, request)
        } catch (error) {
          if (error instanceof Refused && (expected.includes(error.code) || (mayBeDone && DONE_ALREADY.includes(error.code)))) return null
          throw error
        }
      }),
  }
}

/** When the clock function next has something to do, by the same indexes that it queries. */
export function nextDue(engine: Cloud['engine']): number | null {
  const earliest = (collection: string, field: string, filter: object = {}): number[] =>
    engine.find(collection, { filter: { ...filter, [field]: { $gte: 0 } }, sort: [[field, 1]], limit: 1 }).map((document) => document[field] as number)
  const due = [...earliest('cases', 'bookAt'), ...earliest('cases', 'remindAt'), ...earliest('cases', 'resumeAt'), ...earliest('cases', 'askAt'), ...earliest('photoChecks', 'tryAt'), ...earliest('notices', 'tryAt', { state: 'waiting' }), ...earliest('announcements', 'at'), ...earliest('assessments', 'enteredAt', { booked: false }), ...earliest('surveys', 'nextAt')]
  return due.length > 0 ? Math.min(...due) : null
}

/** The platform beats each minute; the year beats in the hours in which something is due, which comes to the same: entries are dated by their facts. */
export const hourAfter = (instant: number): number => (Math.floor(instant / HOUR_MS) + 1) * HOUR_MS
