import { useCallback, useRef, useState } from 'react'
import type { Actions } from '../../../types/api'
import type { RefusalCode } from '../../../types/api/refusal'
import type { Questionnaire } from '../../../domain/survey/questionnaire'
import { DAY_MS } from '../../../domain/time/beijing'
import { useSend } from '@/services/useAction'
import { newBallot, sentAnswers } from '../flow/ballotDraft'
import { ballotFor, dropBallot, keepBallot, keptBallot, type KeptBallot } from '../keptBallots'
import { dropDraft, keepDraft, readDraft, type KeptDraft } from './draftStore'
import { isSame, nextRevision } from './nextRevision'

/** `newer`: the household has changed its ballot from another phone, and that one stands. */
export type Submitted = { readonly is: 'sent'; readonly receipt: string } | { readonly is: 'newer' } | { readonly is: 'refused' }
type Request = Omit<Actions['castBallot']['request'], 'surveyId' | 'householdId'>

/** After these nobody knows whether it arrived. */
const UNSURE: readonly (RefusalCode | undefined)[] = [undefined, 'INTERNAL']

/** 一户的答卷 on this phone: the draft until it has arrived, the secret it goes under, and the sending. */
export function useBallot(surveyId: string, householdId: string, questionnaire: Questionnaire) {
  const [draft, setDraft] = useState<KeptDraft | null>(() => readDraft(surveyId, householdId))
  const [isUnkept, setUnkept] = useState(false)
  // Two changes may come between two draws, and the phone may be full: each builds on the last.
  const latest = useRef(draft)
  const underway = useRef<Promise<Submitted>>(undefined)
  const { send, sending, trouble, forgive } = useSend('castBallot', { refreshes: ['readSurvey', 'readSurveys'] })

  const change = useCallback((part: Partial<KeptDraft>) => {
    latest.current = { ...(latest.current ?? newBallot(questionnaire)), ...part }
    setUnkept(!keepDraft(surveyId, householdId, latest.current))
    setDraft(latest.current)
  }, [surveyId, householdId, questionnaire])

  async function cast(kept: KeptBallot, request: Request) {
    const sent = await send({ surveyId, householdId, ...request })
    if (sent.ok) keepBallot(surveyId, householdId, { ...kept, ...sent.value })
    return sent
  }

  async function submitOnce(milliseconds: number): Promise<Submitted> {
    const from: KeptDraft = latest.current ?? newBallot(questionnaire)
    const given = { answers: sentAnswers(questionnaire, from), remark: from.remark.trim(), milliseconds: Math.min(DAY_MS, milliseconds) }
    const isAgain = from.tried !== undefined && isSame(from.tried, given)
    let kept = await ballotFor(surveyId, householdId)
    if (kept.isShared && !isAgain) {
      // Another phone may have changed it: a revision that the urn has changes nothing, and tells the newest.
      const asked = await cast(kept, { ...given, secret: kept.secret, revision: Math.max(1, kept.revision) })
      if (!asked.ok) return { is: 'refused' }
      if (kept.revision > 0 && asked.value.revision > kept.revision) return { is: 'newer' }
      kept = { ...kept, ...asked.value }
    }
    const revision = nextRevision(kept, from.tried, given)
    // Written down before it leaves: if the app is killed on the way, nobody knows whether it arrived.
    change({ tried: { revision, answers: given.answers, remark: given.remark } })
    const sent = await cast(kept, { ...given, secret: kept.secret, revision })
    if (!sent.ok) {
      const { code } = sent.trouble
      if (!UNSURE.includes(code)) change({ tried: isAgain ? undefined : from.tried })
      // The right was spent under another secret: this one is in no urn.
      if (code === 'BALLOT_SPENT' && kept.receipt === null) dropBallot(surveyId, householdId)
      return { is: 'refused' }
    }
    if (sent.value.revision > revision) {
      change({ tried: undefined })
      return { is: 'newer' }
    }
    dropDraft(surveyId, householdId)
    latest.current = null
    setDraft(null)
    return { is: 'sent', receipt: sent.value.receipt }
  }

  /** Two taps are one sending. */
  function submit(milliseconds: number): Promise<Submitted> {
    underway.current ??= submitOnce(milliseconds).finally(() => (underway.current = undefined))
    return underway.current
  }
  /** 改答码 typed from another phone: how often the ballot was changed there is asked with the sending. */
  function takeSecret(secret: string) {
    keepBallot(surveyId, householdId, { secret, revision: 0, receipt: null, isShared: true })
    forgive()
  }

  return { draft, isUnkept, change, submit, takeSecret, kept: () => keptBallot(surveyId, householdId), sending, trouble }
}
