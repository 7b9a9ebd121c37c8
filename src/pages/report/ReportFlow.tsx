import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { useDraft } from '@/services/draft'
import { useSend } from '@/services/useAction'
import { PhotoStep } from './PhotoStep'
import { PlaceStep } from './PlaceStep'
import { Progress } from './Progress'
import { SendStep } from './SendStep'
import { Sent, type SentReport } from './Sent'
import { WhatStep } from './WhatStep'
import { STEPS, emptyDraft, missingIn, requestOf, type ReportStep } from './reportDraft'

type ReportFlowProps = { me: Actions['whoAmI']['reply']; estateId: string; title: string }

/** Photo → place → what → send: one question a screen; what was given stays on the phone until it has arrived. */
export function ReportFlow({ me, estateId, title }: ReportFlowProps) {
  const [draft, change, clear] = useDraft(`report:${me.person?.id ?? ''}`, emptyDraft(estateId))
  const [sent, setSent] = useState<SentReport>()
  const [missing, setMissing] = useState<string | null>(null)
  const [uploading, setUploading] = useState(false)
  const { send, sending, trouble, forgive } = useSend('reportCase', { refreshes: ['listCases', 'findSameProblems'] })
  const at = STEPS.indexOf(draft.step)

  const toTop = () => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  function go(step: ReportStep) {
    setMissing(null)
    forgive()
    change({ step })
    toTop()
  }
  function next() {
    const wrong = missingIn(draft.step, draft)
    if (!wrong) return go(STEPS[at + 1]!)
    setMissing(wrong)
    toTop()
  }
  function arrived(report: SentReport) {
    setSent(report)
    clear()
  }
  async function submit() {
    const result = await send(requestOf(draft))
    if (result.ok) arrived({ caseId: result.value.caseId, number: result.value.number, joined: result.value.joinedInstead })
  }

  if (sent) return <Sent title={title} report={sent} onAgain={() => setSent(undefined)} />
  const props = { me, draft, change, missing, onEdit: go }
  const isLast = draft.step === 'send'
  const noPhoto = draft.step === 'photo' && draft.photos.length === 0
  return (
    <Page
      title={title}
      bottom={
        <>
          {at > 0 && <Button kind='secondary' words='上一步' disabled={sending} onPress={() => go(STEPS[at - 1]!)} />}
          {isLast
            ? <Button words={trouble ? '再交一次' : '提交报告'} sending={sending} onPress={() => void submit()} />
            : <Button kind={noPhoto ? 'secondary' : 'primary'} words={noPhoto ? '没有照片，先跳过' : '下一步'} sendingWords='照片上传中…' sending={uploading} onPress={next} />}
        </>
      }
    >
      <Progress step={draft.step} />
      {draft.step === 'photo' && <PhotoStep {...props} onBusy={setUploading} />}
      {draft.step === 'place' && <PlaceStep {...props} />}
      {draft.step === 'what' && <WhatStep {...props} />}
      {isLast && <SendStep {...props} onJoined={arrived} />}
      {trouble && <View className='report-trouble'><Notice tone='urgent' words={trouble.words} /></View>}
    </Page>
  )
}
