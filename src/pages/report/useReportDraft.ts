import { useEffect, useState } from 'react'
import { heardNow } from '@/services/serverNow'
import { newReport, type KeptReport, type ReportStep } from '@/services/reports/keptReport'
import { watchReport } from '@/services/reports/outboxState'
import { findReport, keepReport } from '@/services/reports/reportStore'
import { useReport } from '@/services/reports/useReports'

type Begin = Pick<KeptReport, 'personId' | 'estateId' | 'spotId'>

/** The report this page is about: one from the phone, or a new one that is kept from its first word on. */
export function useReportDraft(begin: Begin, asked: string | undefined) {
  const fresh = () => newReport({ ...begin, changedAt: heardNow() })
  const [initial, setInitial] = useState(() => (asked === undefined ? undefined : findReport(asked)) ?? fresh())
  const [isUnkept, setUnkept] = useState(false)
  const draft = useReport(initial.key) ?? initial
  useEffect(() => watchReport(initial.key), [initial.key])

  // Two changes may come between two draws: each builds on what stands there now.
  const now = () => findReport(initial.key) ?? initial
  const keep = (part: Partial<KeptReport>) => setUnkept(!keepReport({ ...now(), ...part }))
  return {
    draft,
    /** The phone is full: what is written lives only as long as the app is open. */
    isUnkept,
    change: (part: Partial<KeptReport>) => keep({ trouble: null, changedAt: heardNow(), ...(now().sentBefore && { sentBefore: 'changed' }), ...part }),
    goTo: (step: ReportStep) => keep({ step }),
    again: () => setInitial(fresh()),
  }
}
