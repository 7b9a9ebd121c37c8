import type { Edition } from '../../../../domain/rulebook/edition'
import { belongsOn } from '../../../../domain/score/membership'
import { dateOf, instantOf, yearOf } from '../../../../domain/time/beijing'
import { writtenOut } from '../../../../domain/time/chineseTime'
import { countFact, isYearOpen } from '../../../../store/openYears'
import type { StoreTransaction } from '../../../../store/store'
import { refuse, type Refusal } from '../../../../types/api/refusal'
import type { EstateDocument } from '../../../../types/documents/town'
import type { TownCall } from '../../context'

/** A fact's estate, day and law. */
export type Dated = { readonly estate: EstateDocument; readonly factAt: number; readonly edition: Edition }

/** 事实的日期, today unless told: a day on which the estate belonged to the town and was assessed. What is of an earlier day has its first instant, and stands under the edition of then. */
export async function datedFact({ store, townId, rules, now }: TownCall, estateId: string, factOn: string | undefined): Promise<Dated | Refusal> {
  const estate = await store.get('estates', estateId)
  if (estate?.townId !== townId) return refuse('ESTATE_UNKNOWN')
  const today = dateOf(now)
  const date = factOn ?? today
  if (date > today) return refuse('FACT_IN_FUTURE')
  if (date.slice(0, 7) < rules.town.since) return refuse('FACT_TOO_EARLY', { since: writtenOut(rules.town.since) })
  if (!belongsOn(estate, date)) return refuse('NOT_MEMBER', { estate: estate.name, when: writtenOut(date) })
  const factAt = date === today ? now : instantOf(date, '00:00')
  return { estate, factAt, edition: rules.editionAt(factAt) }
}

/** Whether what is entered again is of the same day; a phone that named none meant any. */
export const isSameDay = ({ factAt }: { readonly factAt: number }, factOn: string | undefined): boolean => factOn === undefined || dateOf(factAt) === factOn

/** Takes part in the year of the fact, in the transaction that writes it; refused where its rewards are allocated. */
export async function enterYear(transaction: StoreTransaction, townId: string, { factAt }: Pick<Dated, 'factAt'>): Promise<Refusal | null> {
  const year = yearOf(factAt)
  if (!(await isYearOpen(transaction, townId, year))) return refuse('YEAR_CLOSED', { year })
  await countFact(transaction, townId, year)
  return null
}
