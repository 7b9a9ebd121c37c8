import type { Actions } from '../../types/api'
import type { Edition } from '../../domain/rulebook/edition'
import { buildCalendar, type WorkingCalendar } from '../../domain/time/calendar'
import { useRead } from '@/services/useAction'
import { useVisit } from './InTown/visit'

export type Rules = { readonly edition: Edition; readonly calendar: WorkingCalendar }

type Reply = Actions['readRulebook']['reply']
// One calendar for all pages: building it walks over every day of every year.
const built = new WeakMap<Reply, Rules>()

function rulesOf(reply: Reply): Rules {
  const known = built.get(reply)
  if (known) return known
  const rules = { edition: reply.edition, calendar: buildCalendar(reply.calendarYears, reply.edition.decisions.workingHours) }
  built.set(reply, rules)
  return rules
}

/** The edition in force and its calendar. They change a few times a year: read once in ten minutes. */
export function useRulebook(enabled = true) {
  return useRead('readRulebook', useVisit(), { staleTime: 600_000, enabled })
}

/** The same for pages that show without it what they can. */
export function useRules(): Rules | undefined {
  const { data } = useRulebook()
  return data && rulesOf(data)
}
