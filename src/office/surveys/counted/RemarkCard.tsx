import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { Text, View } from '@tarojs/components'
import type { Actions } from '../../../../types/api'
import { Badge } from '@/components/Badge'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Refusal } from '@/components/Refusal'
import { REMARK_STATE, SURVEY_REASONS } from '@/labels/surveyDesk'
import { useSend } from '@/services/useAction'
import { ReasonField } from '../../decide/ReasonField'
import '../style.scss'

type Remark = Actions['listSurveyRemarksToRead']['reply']['remarks'][number]
type RemarkCardProps = { surveyId: string; remark: Remark; number: number; mayAct: boolean }

/** One 留言: published, or with a reason not. It can be taken back. */
export function RemarkCard({ surveyId, remark, number, mayAct }: RemarkCardProps) {
  const [decision, setDecision] = useState<Pick<Remark, 'state' | 'reason'>>(remark)
  const { id, text } = remark
  const { state, reason: given } = decision
  const queries = useQueryClient()
  const [isHiding, setHiding] = useState(false)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState('')
  const { send, sending, trouble } = useSend('decideSurveyRemark', { refreshes: ['readSurveyDesk', 'readSurveys', 'listSurveyRemarks'] })
  async function decide(publish: boolean) {
    if (!publish && reason.trim() === '') return setMissing('请写明理由')
    const because = publish ? '' : reason.trim()
    if (!(await send({ surveyId, remarkId: id, publish, reason: because })).ok) return
    setHiding(false)
    setDecision({ state: publish ? 'published' : 'hidden', reason: because })
    // The list on the screen stays as it is; the next time it is looked at, it is read again.
    void queries.invalidateQueries({ queryKey: ['listSurveyRemarksToRead'], refetchType: 'none' })
  }
  return (
    <Card>
      <View className='remark__text'><Text>{text}</Text></View>
      <View className='remark__state'><Badge {...REMARK_STATE[state]} />{state === 'hidden' && <Text className='remark__reason'>{given}</Text>}</View>
      {mayAct && isHiding && <ReasonField label={`第 ${number} 条为什么不公布`} value={reason} onChange={(words) => { setMissing(''); setReason(words) }} templates={SURVEY_REASONS.hideRemark} error={missing || undefined} />}
      {trouble && <Refusal words={trouble.words} />}
      {mayAct && (
        <View className='survey-acts'>
          {isHiding && <Button kind='secondary' words='先不定' disabled={sending} onPress={() => setHiding(false)} />}
          {isHiding && <Button kind='danger' words='不公布这条' sending={sending} onPress={() => void decide(false)} />}
          {!isHiding && state !== 'hidden' && <Button kind='secondary' words='不公布' disabled={sending} onPress={() => setHiding(true)} />}
          {!isHiding && state !== 'published' && <Button kind={state === 'waiting' ? 'primary' : 'secondary'} words='公布' sending={sending} onPress={() => void decide(true)} />}
        </View>
      )}
    </Card>
  )
}
