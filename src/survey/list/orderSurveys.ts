import type { Actions } from '../../../types/api'

export type Summary = Actions['readSurveys']['reply']['surveys'][number]

/** My estates' first: where I live, manage, or am bound to a household; the others by name, in the same order on every phone (`localeCompare` is not; decision 0035). */
export function orderSurveys(surveys: readonly Summary[], me: Actions['whoAmI']['reply'] | undefined): { readonly mine: readonly Summary[]; readonly others: readonly Summary[] } {
  const own = new Set([me?.person?.estateId, ...(me?.person?.grants ?? []).map((grant) => ('estateId' in grant ? grant.estateId : null)), ...(me?.households ?? []).map(({ estateId }) => estateId)])
  const sorted = [...surveys].sort((a, b) => (a.estateName < b.estateName ? -1 : 1))
  const isMine = ({ estateId, mine }: Summary) => own.has(estateId) || mine.length > 0
  return { mine: sorted.filter(isMine), others: sorted.filter((survey) => !isMine(survey)) }
}
