import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { Badge } from '@/components/Badge'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Notice } from '@/components/Notice'
import { REMARK_STATE, SURVEY_REASONS } from '@/labels/surveyDesk'
import { useSend } from '@/services/useAction'
import { ReasonField } from '../../decide/ReasonField'
import type { SurveyDesk } from './Counted'
import '../style.scss'

type RemarkCardProps = { surveyId: string; remark: SurveyDesk['remarks'][number]; number: number; mayAct: boolean }

/** One 留言: published, or with a reason not. It can be taken back. */
export function RemarkCard({ surveyId, remark: { id, text, state, reason: given }, number, mayAct }: RemarkCardProps) {
  const [isHiding, setHiding] = useState(false)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState('')
  const { send, sending, trouble } = useSend('decideSurveyRemark', { refreshes: ['readSurveyDesk', 'readSurveys', 'readSurvey'] })
  async function decide(publish: boolean) {
    if (!publish && reason.trim() === '') return setMissing('请写明理由')
    if ((await send({ surveyId, remarkId: id, publish, reason: publish ? '' : reason.trim() })).ok) setHiding(false)
  }
  return (
    <Card>
      <View className='remark__text'><Text>{text}</Text></View>
      <View className='remark__state'><Badge {...REMARK_STATE[state]} />{state === 'hidden' && <Text className='remark__reason'>{given}</Text>}</View>
      {mayAct && isHiding && <ReasonField label={`第 ${number} 条为什么不公布`} value={reason} onChange={(words) => { setMissing(''); setReason(words) }} templates={SURVEY_REASONS.hideRemark} error={missing || undefined} />}
      {trouble && <Notice tone='urgent' words={trouble.words} />}
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
