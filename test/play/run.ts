import { monthStart } from '../../domain/time/beijing'
import { calendarVersionOf } from '../../domain/time/calendarVersion'
import { townSeed } from '../../scripts/demo/town'
import { openMemoryDatabase } from '../support/memoryDatabase'
import { openTown, type Town, type TownOptions } from '../support/town'
import { perform, type Act, type Heard } from './acts'
import type { Source } from './player'
import { watchOver, type Difference } from './watch'

export type Found = Difference & { readonly day: string; readonly act: Act }
export type Played = { readonly acts: readonly Act[]; readonly found: readonly Found[]; readonly codes: ReadonlyMap<string, number> }
/** `since`: the month of the first day. */
export type Setting = { readonly since: string }
/** What is wrong in a town does not become right: there is little more to learn from it. */
const ENOUGH = 3

/** A town without the households, which no case needs, and without the calendars of the years to come: they arrive while it is played. */
function lean(since: string): NonNullable<TownOptions['seed']> {
  const year = Number(since.slice(0, 4))
  const { towns = [], editions = [], calendars = [], estates = [], people = [] } = townSeed(since, year)
  const known = calendars.filter((row) => row.year <= year)
  return { towns: towns.map((town) => ({ ...town, calendarVersion: calendarVersionOf(known) })), editions, calendars: known, estates, people }
}
const open = ({ since }: Setting): Town => openTown({ seed: lean(since), now: monthStart(since), open: openMemoryDatabase })

/** Which cases an act was about, as far as it and its answer say. */
function casesOf(act: Act, { value }: Heard): readonly string[] {
  if (act.kind !== 'call') return []
  const named = { ...act.request, ...(value as object | undefined) } as { caseId?: string; caseIds?: readonly string[] }
  return [...(named.caseId ? [named.caseId] : []), ...(named.caseIds ?? [])]
}

/**
 * Plays what the source gives in a town whose clock goes as it goes, and once more in a twin whose clock sleeps from one reckoning to the next. After each act the
 * cases it was about are looked at, after each rest what is booked, and at each reckoning everything.
 */
export async function run(source: Source, setting: Setting): Promise<Played> {
  const [town, twin] = [open(setting), open(setting)]
  const [watch, twinWatch] = [watchOver(town), watchOver(twin)]
  const acts: Act[] = []
  const found: Found[] = []
  const codes = new Map<string, number>()
  const touched = new Set<string>()
  try {
    for (let act = source.next(town); act !== null && found.length < ENOUGH; act = source.next(town)) {
      acts.push(act)
      const note = (differences: readonly Difference[]) => found.push(...differences.map((difference) => ({ ...difference, day: new Date(act.at + 8 * 3_600_000).toISOString().slice(0, 10), act: act })))
      const heard = await perform(town, act)
      codes.set(nameOf(act, heard), (codes.get(nameOf(act, heard)) ?? 0) + 1)
      if (heard.code === 'INTERNAL' || / /.test(heard.code)) note([{ what: 'something broke', about: casesOf(act, heard)[0] ?? null, expected: 'an answer', got: heard.code }])
      if (act.kind === 'calendar' || act.kind === 'edition') watch.relearn()
      for (const caseId of casesOf(act, heard)) {
        touched.add(caseId)
        note(await watch.stored(caseId, act.at))
      }
      if (act.kind === 'rest') {
        note(watch.booked([...touched, ...watch.running()], act.at))
        touched.clear()
      }
      if (act.kind === 'reckoning') note(await watch.whole(act.at))
      if (act.kind !== 'beat' && act.kind !== 'rest') {
        const asleep = await perform(twin, act)
        if (asleep.code !== heard.code) note([{ what: 'an answer depends on when the clock came round', about: casesOf(act, heard)[0] ?? null, expected: asleep.code, got: heard.code }])
        if (act.kind === 'reckoning') note(between(twinWatch.ledger(), watch.ledger()))
      }
      source.heard?.(town, act, heard)
    }
  } finally {
    town.close()
    twin.close()
  }
  return { acts, found, codes }
}

const nameOf = (act: Act, { code }: Heard): string => `${act.kind === 'call' ? act.action : act.kind} ${code}`

function between(asleep: readonly string[], awake: readonly string[]): readonly Difference[] {
  const [a, b] = [new Set(asleep), new Set(awake)]
  const [missing, more] = [asleep.filter((line) => !b.has(line)), awake.filter((line) => !a.has(line))]
  return missing.length + more.length === 0 ? [] : [{ what: 'the ledger depends on when the clock came round', about: missing[0]?.split(' ')[2] ?? more[0]?.split(' ')[2] ?? null, expected: missing.join('\n'), got: more.join('\n') }]
}
