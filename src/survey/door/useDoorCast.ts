import { useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { Questionnaire } from '../../../domain/survey/questionnaire'
import { SECRET_BYTES, secretFrom } from '../../../domain/survey/secret'
import { DAY_MS } from '../../../domain/time/beijing'
import { call } from '@/services/call'
import { randomHex } from '@/services/randomHex'
import { troubleOf, type Trouble } from '@/services/trouble'
import { sentAnswers, type BallotDraft } from '../flow/ballotDraft'

export type Cast = { readonly secret: string; readonly receipt: string }

/**
 * 上门代投. Sent by `call` itself: what goes through `useSend` stays in the memory of its cache for a while, and on this phone nothing may stay. The secret
 * is made once, so that a second try after a lost reply is the same ballot.
 */
export function useDoorCast(surveyId: string, householdId: string, questionnaire: Questionnaire) {
  const queries = useQueryClient()
  const secret = useRef<string>(undefined)
  const isUnderway = useRef(false)
  const [sending, setSending] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  async function cast(draft: BallotDraft, milliseconds: number): Promise<Cast | null> {
    if (isUnderway.current) return null
    isUnderway.current = true
    setSending(true)
    setTrouble(undefined)
    try {
      secret.current ??= secretFrom(await randomHex(SECRET_BYTES))
      const { receipt } = await call('castAtDoor', { surveyId, householdId, secret: secret.current, answers: sentAnswers(questionnaire, draft), remark: draft.remark.trim(), milliseconds: Math.min(DAY_MS, Math.round(milliseconds)) })
      for (const name of ['listDoors', 'readSurveys']) void queries.invalidateQueries({ queryKey: [name] })
      return { secret: secret.current, receipt }
    } catch (error) {
      setTrouble(troubleOf(error))
      return null
    } finally {
      isUnderway.current = false
      setSending(false)
    }
  }
  return { cast, sending, trouble }
}
