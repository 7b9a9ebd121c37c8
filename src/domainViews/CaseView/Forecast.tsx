import type { Actions } from '../../../types/api'
import { Notice } from '@/components/Notice'
import { useRead } from '@/services/useAction'
import { useRules } from '../useRules'
import type { ReadCase } from './CaseStory'
import { forecastWords } from './forecastWords'

type Grant = NonNullable<Actions['whoAmI']['reply']['person']>['grants'][number]
const handles = (grant: Grant, estateId: string) => (grant.role === 'manager' ? grant.estateId === estateId : grant.role === 'office')

/** For those who handle it only: a resident is to report as often as needed. */
export function Forecast({ case_: { summary, monthCount } }: { case_: ReadCase }) {
  const me = useRead('whoAmI', {})
  const edition = useRules()?.edition
  const isConcerned = me.data?.person?.grants.some((grant) => handles(grant, summary.estateId))
  const words = edition && isConcerned && summary.state !== 'closed' ? forecastWords(edition, summary.level, monthCount) : null
  return words ? <Notice tone={edition && monthCount >= edition.recurrence.recurrentAt - 1 ? 'warn' : 'neutral'} icon='history' words={words} /> : null
}
