import type { Envelope } from '../../types/api/refusal'
import type { Town } from './town'

const CALLS_MAX = 400

/**
 * Tells one story again and again: before and after each database call of the deed, in turn, the function is killed; then the same deed is done again
 * by a living one. Ends when the deed has fewer calls than that. After each round the town must look as if nothing had happened.
 */
export async function beginning<Subject>(
  open: () => Town,
  before: (town: Town) => Promise<Subject>,
  deed: (town: Town, subject: Subject) => Promise<Envelope<unknown>>,
  after: (town: Town, subject: Subject) => void | Promise<void>,
): Promise<void> {
  let killed = 0
  for (let call = 1; call <= CALLS_MAX; call += 1)
    for (const when of ['before', 'after'] as const) {
      const town = open()
      try {
        const subject = await before(town)
        town.life.endAt(call, when)
        const first = await deed(town, subject)
        const died = town.life.hasEnded()
        if (died !== !first.ok) throw new Error(`killed ${when} call ${call}: died ${died}, but answered ${JSON.stringify(first)}`)
        town.life.bear()
        const second = await deed(town, subject)
        if (!second.ok && second.code !== 'STATE_CHANGED') throw new Error(`after a kill ${when} call ${call}: ${second.code} ${second.words}`)
        await after(town, subject)
        if (died) killed += 1
        else if (when === 'after') return assertKilled(killed)
      } finally {
        town.close()
      }
    }
  throw new Error('the deed does not end')
}

const assertKilled = (killed: number): void => {
  if (killed < 6) throw new Error(`only ${killed} kills: the deed was hardly disturbed`)
}
