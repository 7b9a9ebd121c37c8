import { Text, View } from '@tarojs/components'
import { categoryByCode } from '../../../domain/rulebook/categoryByCode'
import { ActionBar } from '@/components/ActionBar'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Notice } from '@/components/Notice'
import { PhotoGrid } from '@/components/PhotoGrid'
import { Refusal } from '@/components/Refusal'
import { limitWords } from '@/domainViews/limitWords'
import { dayOf, momentWords } from '@/domainViews/momentWords'
import { useRules } from '@/domainViews/useRules'
import { DECIDED, REASONS } from '@/labels/office'
import { useSend } from '@/services/useAction'
import { useNow } from '@/services/useNow'
import { ReasonField } from './ReasonField'
import type { StepProps } from './StepProps'
import { useReasoned } from './useReasoned'
import './style.scss'

/** 审批延期、挂账: what was asked and why; yes or no, with a reason either way. */
export function RequestStep({ read: { summary, request }, onDone }: StepProps) {
  const now = useNow(60_000)
  const edition = useRules()?.edition
  const { field, reason, isGiven, clear } = useReasoned(summary.id, 'request')
  const { send, sending, trouble } = useSend('decideRequest')
  if (!request) return null
  const limit = edition && summary.categoryCode !== null ? categoryByCode(edition, summary.categoryCode)?.limit : undefined
  const asks = request.kind === 'extension' ? `申请延期${limit ? ` ${limitWords(limit)}` : ''}` : `申请挂账${request.until === null ? '' : `，到 ${dayOf(request.until - 1, now)}`}`
  const decide = async (approve: boolean) => {
    if (!isGiven()) return
    if (!(await send({ caseId: summary.id, approve, reason })).ok) return
    clear()
    onDone(approve ? DECIDED.approved : DECIDED.declined)
  }
  return (
    <>
      <Card>
        <View className='rule__name'><Text>{asks}</Text></View>
        <View className='rule__text'><Text>{`${momentWords(request.at, now)}提出：${request.text}`}</Text></View>
        {request.photos.length > 0 && <PhotoGrid photos={request.photos} label='申请的照片' />}
      </Card>
      <Notice words={request.kind === 'extension' ? '同意后，原时限之后再加同样长的时限。' : '同意后从提出时起不计时；到期自动恢复。'} />
      <ReasonField label='审批意见' hint='物业会看到' templates={[...REASONS.approve, ...REASONS.decline]} {...field} />
      {trouble && <Refusal words={trouble.words} />}
      <ActionBar>
        <Button kind='secondary' words='不同意' disabled={sending} onPress={() => void decide(false)} />
        <Button words='同意' sending={sending} onPress={() => void decide(true)} />
      </ActionBar>
    </>
  )
}
