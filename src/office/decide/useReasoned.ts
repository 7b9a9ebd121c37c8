import { useState } from 'react'
import { useDraft } from '@/services/draft'

const MISSING = '请写明理由'

/** A reason that has to be given, kept as a draft of this step of this case; what is missing is said beside the field. */
export function useReasoned(caseId: string, step: string, initial = '') {
  const [draft, change, clear] = useDraft(`decide:${caseId}:${step}`, { reason: initial })
  const [error, setError] = useState<string>()
  const reason = draft.reason.trim()
  const setReason = (value: string) => {
    setError(undefined)
    change({ reason: value })
  }
  /** Whether it can be sent; says what is missing. */
  const isGiven = (): boolean => {
    if (reason === '') setError(MISSING)
    return reason !== ''
  }
  return { field: { value: draft.reason, onChange: setReason, error }, reason, isGiven, clear }
}
