import type { Actions } from '../../../types/api'
import type { ReportDraft, ReportStep } from './reportDraft'

export type StepProps = {
  me: Actions['whoAmI']['reply']
  draft: ReportDraft
  change: (part: Partial<ReportDraft>) => void
  /** What hinders going on, in words. */
  missing: string | null
  onEdit: (step: ReportStep) => void
}
