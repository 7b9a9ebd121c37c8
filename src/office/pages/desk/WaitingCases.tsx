import { useEffect, useState } from 'react'
import Taro from '@tarojs/taro'
import type { CaseSummary } from '../../../../types/api/common'
import type { DeskKind } from '../../../../domain/case/desk'
import { Choice } from '@/components/Choice'
import { Empty } from '@/components/Empty'
import { Notice } from '@/components/Notice'
import { Place } from '@/components/Place'
import { Split } from '@/components/Split'
import { agoWords } from '@/domainViews/agoWords'
import { CaseList, casesOf, useCases } from '@/domainViews/CaseList'
import { caseTitle } from '@/domainViews/caseTitle'
import { useOpenCase } from '@/domainViews/useOpenCase'
import { useRules } from '@/domainViews/useRules'
import { DESK } from '@/labels/office'
import { useRead } from '@/services/useAction'
import { useInAddress } from '@/services/useInAddress'
import { useNow } from '@/services/useNow'
import { DecideView } from '../../decide/DecideView'

const KINDS = Object.keys(DESK) as DeskKind[]
const isKind = (kind: string | undefined): kind is DeskKind => kind !== undefined && kind in DESK

/** What was decided here last, and which case came after it. */
type Decided = { readonly caseId: string; readonly words: string; readonly next: string | undefined }

/** What waits, oldest first, one kind at a time. On a PC it is decided beside its list, and what comes after it opens by itself. */
export function WaitingCases() {
  const now = useNow(60_000)
  const edition = useRules()?.edition
  const [asked, setKind] = useInAddress('kind')
  const kind = isKind(asked) ? asked : 'toFile'
  const desk = useRead('readDesk', {})
  const list = useCases({ scope: 'desk', waiting: kind })
  const cases = casesOf(list)
  const [decided, setDecided] = useState<Decided>()
  const { wide, open, setOpen } = useOpenCase(cases, decided?.caseId)
  const photos = desk.data?.photosToDecide ?? 0
  const countOf = (each: DeskKind) => desk.data?.waiting.find((waiting) => waiting.kind === each)?.count
  const goTo = (id: string | undefined) => {
    setDecided(undefined)
    setOpen(id)
  }
  const choose = (chosen: DeskKind) => {
    goTo(undefined)
    setKind(chosen)
  }
  const tell = (words: string) => {
    const at = cases.findIndex(({ id }) => id === open)
    const case_ = cases[at]
    if (open !== undefined) setDecided({ caseId: open, words: case_ ? `${caseTitle(case_, edition, 'staff')}（${case_.estateName} ${case_.placeText}）：${words}` : words, next: (cases[at + 1] ?? cases[at - 1])?.id })
  }
  // It may still wait here after a decision, for the next one: only when it has gone, another takes its place.
  const isGone = decided !== undefined && decided.caseId === open && !cases.some(({ id }) => id === decided.caseId)
  useEffect(() => {
    if (isGone) setOpen(decided.next)
  }, [isGone, decided, setOpen])
  const detail = (
    <>
      {decided && <Notice tone='good' words={decided.words} />}
      {open ? <DecideView key={open} caseId={open} kind={kind} onDecided={tell} /> : !decided && <Notice words='这里没有等您办理的案卷。' />}
    </>
  )
  return (
    <Split
      open={open}
      list={
        <>
          <Choice label='待办种类' form='chips' value={kind} onChange={choose} options={KINDS.map((value) => ({ value, label: `${DESK[value].words} ${countOf(value) || ''}`.trim() }))} />
          <Place>{photos > 0 && <Notice icon='image' words={`还有 ${photos} 张照片等您审看。`} action={{ words: '去审看', onPress: () => void Taro.navigateTo({ url: '/office/pages/photos/index' }) }} />}</Place>
          <CaseList
            list={list}
            withEstate
            selected={open}
            noteOf={(case_) => noteOf(case_, now)}
            onOpen={(id) => (wide ? goTo(id) : void Taro.navigateTo({ url: `/office/pages/decide/index?id=${encodeURIComponent(id)}&kind=${kind}` }))}
            empty={<Empty icon='circleCheck' title={DESK[kind].done} words='有新的会排在这里' />}
          />
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
