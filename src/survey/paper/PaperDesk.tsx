import { useEffect, useState } from 'react'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import { PAPER_BATCH_MIN } from '../../../domain/survey/paper'
import { ActionBar } from '@/components/ActionBar'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { Loaded } from '@/components/Loaded'
import { Notice } from '@/components/Notice'
import { endWords } from '@/domainViews/momentWords'
import { useRead } from '@/services/useAction'
import { useNow } from '@/services/useNow'
import type { OpenSurvey } from '../staff/OpenSurveys'
import { BatchCard } from './BatchCard'
import { KeySheets } from './KeySheets'
import { forgetSheets } from './keyedDraft'
import { RegisterEnvelopes } from './RegisterEnvelopes'

export type Batch = Actions['readPaperBatches']['reply']['batches'][number]
type Doing = { is: 'register' } | { is: 'key'; batchId: string } | null

/** 纸质问卷批次 of a survey, and what is being done with one of them. */
export function PaperDesk({ survey }: { survey: OpenSurvey }) {
  const now = useNow(60_000)
  const query = useRead('readPaperBatches', { surveyId: survey.id })
  const [doing, setDoing] = useState<Doing>(null)
  const [told, setTold] = useState<string>()
  const batches = query.data?.batches
  useEffect(() => batches?.filter(({ state }) => state !== 'open').forEach(({ id }) => forgetSheets(id)), [batches])
  function turn(next: Doing, words?: string) {
    setTold(words)
    setDoing(next)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  if (doing?.is === 'register') return <RegisterEnvelopes survey={survey} onDone={(count) => turn(null, `已登记 ${count} 个信封。现在可以一起拆封，把问卷打乱，在每份角上编号 1 到 ${count}，再由两位同事各录一遍。`)} onBack={() => turn(null)} />
  const keying = doing && batches?.find(({ id }) => id === doing.batchId)
  if (keying) return <KeySheets surveyId={survey.id} batch={keying} onDone={(words) => turn(null, words)} onBack={() => turn(null)} />
  return (
    <Loaded query={query}>
      {() => {
        const open = batches?.filter(({ state }) => state === 'open').length ?? 0
        return (
          <>
            {told && <Notice tone='good' words={told} />}
            <Notice tone={open > 0 ? 'warn' : 'info'} words={`${endWords(survey.closesAt, now)}结束。${open > 0 ? `还有 ${open} 批没有计票，` : ''}到时没有计票的批次不算数。`} />
            {batches?.length === 0 && <Empty icon='fileText' title='还没有登记信封' words={`收齐至少 ${PAPER_BATCH_MIN} 户的信封再登记，先不要拆：一起登记、一起拆封，就看不出哪份是谁家的。`} />}
            {batches?.map((batch) => <BatchCard key={batch.id} batch={batch} onKey={() => turn({ is: 'key', batchId: batch.id })} />)}
            <ActionBar><Button icon='plus' words='登记信封' onPress={() => turn({ is: 'register' })} /></ActionBar>
          </>
        )
      }}
    </Loaded>
  )
}
