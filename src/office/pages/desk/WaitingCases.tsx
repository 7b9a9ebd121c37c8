import { useState } from 'react'
import Taro from '@tarojs/taro'
import type { CaseSummary } from '../../../../types/api/common'
import type { DeskKind } from '../../../../types/codes'
import { Choice } from '@/components/Choice'
import { Empty } from '@/components/Empty'
import { Notice } from '@/components/Notice'
import { Place } from '@/components/Place'
import { Split } from '@/components/Split'
import { agoWords } from '@/domainViews/agoWords'
import { CaseList, useCases } from '@/domainViews/CaseList'
import { DESK } from '@/labels/office'
import { useRead } from '@/services/useAction'
import { useNow } from '@/services/useNow'
import { useWide } from '@/services/useWide'
import { DecideView } from '../../decide/DecideView'

const KINDS = Object.keys(DESK) as DeskKind[]

/** What waits, oldest first, one kind at a time. */
export function WaitingCases({ first }: { first: DeskKind }) {
  const wide = useWide()
  const now = useNow(60_000)
  const [kind, setKind] = useState(first)
  const [open, setOpen] = useState<string>()
  const desk = useRead('readDesk', {})
  const list = useCases({ scope: 'desk', waiting: kind })
  const photos = desk.data?.photosToDecide ?? 0
  const countOf = (each: DeskKind) => desk.data?.waiting.find((waiting) => waiting.kind === each)?.count
  const show = (id: string) => (wide ? setOpen(id) : void Taro.navigateTo({ url: `/office/pages/decide/index?id=${encodeURIComponent(id)}&kind=${kind}` }))
  const choose = (chosen: DeskKind) => {
    setOpen(undefined)
    setKind(chosen)
  }
  const detail = open ? <DecideView key={open} caseId={open} kind={kind} /> : <Notice words='点一件案卷，在这里办理。' />
  return (
    <Split
      list={
        <>
          <Choice label='待办种类' form='chips' value={kind} onChange={choose} options={KINDS.map((value) => ({ value, label: `${DESK[value].words} ${countOf(value) || ''}`.trim() }))} />
          <Place>{photos > 0 && <Notice icon='image' words={`还有 ${photos} 张照片等您审看。`} action={{ words: '去审看', onPress: () => void Taro.navigateTo({ url: '/office/pages/photos/index' }) }} />}</Place>
          <CaseList list={list} withEstate selected={wide ? open : undefined} noteOf={(case_) => noteOf(case_, now)} onOpen={show} empty={<Empty icon='circleCheck' title={DESK[kind].done} words='有新的会排在这里' />} />
        </>
      }
      detail={wide ? detail : undefined}
    />
  )
}

/** Why it waits, and since when it is known. */
function noteOf({ createdAt, hasRequest, state, proposedFindings, reportCount, toVerify }: CaseSummary, now: number): string {
  const why = [toVerify && '居民反映未解决，须现场核查', state === 'returned' && '物业退回', hasRequest && '申请延期或挂账', proposedFindings > 0 && `${proposedFindings} 项扣分待确认`, reportCount > 1 && `反映 ${reportCount} 次`]
  return [`${agoWords(createdAt, now)}报告`, ...why].filter(Boolean).join(' · ')
}
