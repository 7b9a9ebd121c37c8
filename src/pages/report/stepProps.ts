import type { Actions } from '../../../types/api'
import type { KeptReport, ReportStep } from '@/services/reports/keptReport'

export type StepProps = {
  me: Actions['whoAmI']['reply']
  draft: KeptReport
  change: (part: Partial<KeptReport>) => void
  /** What hinders going on, in words. */
  missing: string | null
  onEdit: (step: ReportStep) => void
}
