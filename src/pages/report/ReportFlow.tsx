import { useState } from 'react'
import Taro from '@tarojs/taro'
import { homeSpot } from '../../../domain/household/homeSpot'
import type { Actions } from '../../../types/api'
import type { CaseSummary } from '../../../types/api/common'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { Page } from '@/components/Page'
import { reportTitle } from '@/domainViews/Outbox/reportWords'
import { DRAFTS_MAX, STEPS, type KeptReport, type ReportStep } from '@/services/reports/keptReport'
import { sendWaiting } from '@/services/reports/outbox'
import { useOutbox, useReports } from '@/services/reports/useReports'
import { DraftsHere } from './DraftsHere'
import { rememberSpot } from './lastSpots'
import { incompleteStep, missingIn } from './missing'
import { OnItsWay } from './OnItsWay'
import { PhotoStep } from './PhotoStep'
import { PlaceStep } from './PlaceStep'
import { Progress } from './Progress'
import { SendStep } from './SendStep'
import { Sent } from './Sent'
import { TooMany } from './TooMany'
import { useReportDraft } from './useReportDraft'
import { WhatStep } from './WhatStep'

type ReportFlowProps = { me: Actions['whoAmI']['reply']; personId: string; estateId: string; title: string; asked?: string }

const toTop = () => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
const FULL = '手机给小程序的空间满了，刚写的还没能存下。可以现在就提交，或删掉几份草稿。'

/** Photo → place → what → send: one question a screen; what was given stays on the phone until it has arrived. */
export function ReportFlow({ me, personId, estateId, title, asked }: ReportFlowProps) {
  const spots = me.estates.find(({ id }) => id === estateId)?.spots ?? []
  const home = me.households.find((household) => household.estateId === estateId && household.relation === 'lives')
  const { draft, isUnkept, change, goTo, again } = useReportDraft({ personId, estateId, spotId: home ? homeSpot(home.label, spots) : null }, asked)
  const { drafts } = useReports(personId)
  const { arrived } = useOutbox()
  const [missing, setMissing] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const at = STEPS.indexOf(draft.step)

  function go(step: ReportStep) {
    setMissing(null)
    goTo(step)
    toTop()
  }
  function next() {
    const wrong = missingIn(draft.step, draft, me.estates)
    if (!wrong) return go(STEPS[at + 1]!)
    setMissing(wrong)
    toTop()
  }
  function send(joins: KeptReport['joins']) {
    const incomplete = incompleteStep(draft, me.estates)
    if (incomplete) {
      go(incomplete)
      return setMissing(missingIn(incomplete, draft, me.estates))
    }
    rememberSpot(draft.estateId, draft.spotId)
    // Who only tapped a picture has said what stands below it.
    change({ state: 'waiting', joins, text: draft.text.trim() || reportTitle(draft), sentBefore: draft.sentBefore })
    void sendWaiting()
  }

  const here = arrived.find(({ key }) => key === draft.key)
  if (here) return <Sent title={title} report={here} onAgain={again} />
  if (draft.state === 'waiting') return <OnItsWay title={title} report={draft} />
  if (drafts.length >= DRAFTS_MAX && !drafts.includes(draft)) return <TooMany title={title} oldest={drafts[drafts.length - 1]!} estates={me.estates} />

  const told = draft.trouble?.step === draft.step ? draft.trouble.words : null
  const props = { me, draft, change, missing: missing ?? told, onEdit: go }
  const isLast = draft.step === 'send'
  const noPhoto = draft.step === 'photo' && draft.photos.length === 0
  return (
    <Page
      title={title}
      bottom={
        <>
          {at > 0 && <Button kind='secondary' words='上一步' onPress={() => go(STEPS[at - 1]!)} />}
          {isLast
            ? <Button words={told ? '再交一次' : '提交报告'} onPress={() => send(null)} />
            : <Button kind={noPhoto ? 'secondary' : 'primary'} words={noPhoto ? '没有照片，先跳过' : '下一步'} sendingWords='照片处理中…' sending={busy} onPress={next} />}
        </>
      }
    >
      <Progress step={draft.step} />
      {isUnkept && <Notice tone='warn' words={FULL} />}
      {draft.step === 'photo' && <PhotoStep {...props} onBusy={setBusy} />}
      {draft.step === 'photo' && <DraftsHere count={drafts.filter(({ key }) => key !== draft.key).length} />}
      {draft.step === 'place' && <PlaceStep {...props} />}
      {draft.step === 'what' && <WhatStep {...props} />}
      {isLast && <SendStep {...props} onJoin={({ id, number }: CaseSummary) => send({ caseId: id, number })} />}
    </Page>
  )
}
