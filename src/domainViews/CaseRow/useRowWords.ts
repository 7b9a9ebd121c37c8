import type { CaseSummary } from '../../../types/api/common'
import { useNow } from '@/services/useNow'
import { dueLine, nextStepWords } from '../caseLines'
import { caseTitle } from '../caseTitle'
import { isDanger } from '../Danger/dangerWords'
import { stateWords } from '../stateWords'
import { useReader } from '../useReader'
import { useRules } from '../useRules'

type Row = {
  case_: CaseSummary
  /** In lists over several estates. */
  withEstate?: boolean
  /** What staff read in place of the next step; empty for nothing. */
  note?: string
}

/** What a list says of a case: what it is, where, how it stands, what comes next; `spoken` is all of it, danger first. */
export function useRowWords({ case_, withEstate, note }: Row) {
  const rules = useRules()
  const now = useNow(60_000)
  const reader = useReader()
  const title = caseTitle(case_, rules?.edition, reader)
  const place = [withEstate && case_.estateName, case_.placeText].filter(Boolean).join(' · ')
  const state = stateWords(case_, reader)
  const danger = isDanger(case_, rules?.edition)
  const due = dueLine(case_, rules?.calendar, now, reader)
  // While the clock runs the limit is the next step.
  const next = note ?? (due && case_.state === 'dispatched' ? '' : nextStepWords(case_))
  const spoken = [danger && '有危险', title, place, state.words, next, due?.words, due?.small].filter(Boolean).join('，')
  return { title, place, state, danger, due, next, spoken }
}
