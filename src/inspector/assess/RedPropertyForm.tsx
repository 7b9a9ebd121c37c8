import { useState } from 'react'
import { HOUR_MS, yearOf } from '../../../domain/time/beijing'
import { ActionBar } from '@/components/ActionBar'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Refusal } from '@/components/Refusal'
import { pointsText } from '@/domainViews/pointsText'
import { confirm } from '@/services/confirm'
import { useDraft } from '@/services/draft'
import { toTop } from '@/services/toTop'
import { useSend } from '@/services/useAction'
import { useHeardNow } from '@/services/useNow'
import { EstateField } from './EstateField'
import { FactDateField } from './FactDateField'
import type { FormProps } from './formProps'
import { RedPropertyMarks } from './RedPropertyMarks'
import { allItems, EMPTY_SHEET, NO_MARK, tallyOf } from './redPropertyDraft'

/** 附件3 “红色物业”: 52 items in six parts, once per estate and year; without a party organisation there is no score. */
export function RedPropertyForm({ edition, estates }: FormProps) {
  const [draft, change, clear] = useDraft('redProperty', EMPTY_SHEET)
  const [asked, setAsked] = useState(false)
  const [entered, setEntered] = useState<string>()
  const tell = (words: string) => {
    setEntered(words)
    toTop()
  }
  const { send, sending, trouble } = useSend('enterRedProperty')
  const now = useHeardNow(HOUR_MS)
  const items = allItems(edition)
  const total = tallyOf(items, draft.marks)
  const vetoed = draft.hasPartyOrganisation === 'no'
  const name = estates.find(({ id }) => id === draft.estateId)?.name ?? ''
  const enter = async () => {
    setAsked(true)
    if (now === null || draft.estateId === null || draft.hasPartyOrganisation === null || (!vetoed && total.wrong > 0)) return
    const { factOn } = draft
    const year = factOn === '' ? String(yearOf(now)) : factOn.slice(0, 4)
    const result = vetoed ? '一票否决，没有得分' : `${pointsText(total.points)} 分`
    if (!(await confirm({ title: `${name} ${year} 年“红色物业”`, words: `${result}。每年只能录入一次，录入后不能更改。`, yes: '录入' }))) return
    const marks = vetoed ? [] : items.map(({ code }) => ({ code, points: draft.marks[code]?.points ?? 0, evidence: (draft.marks[code] ?? NO_MARK).evidence.trim() }))
    const sent = await send({ estateId: draft.estateId, ...(factOn !== '' && { factOn }), hasPartyOrganisation: !vetoed, marks })
    if (!sent.ok) return
    tell(`已录入 ${name}：${result}`)
    setAsked(false)
    clear()
  }
  return (
    <>
      {entered && <Notice tone='good' words={entered} />}
      <EstateField estates={estates} value={draft.estateId} error={asked && draft.estateId === null ? '请选择小区' : undefined} onChange={(estateId) => change({ estateId })} />
      <FactDateField label='考核的日期' value={draft.factOn} onChange={(factOn) => change({ factOn })} />
      <Field label={edition.redProperty.veto.item} hint={edition.redProperty.veto.text} error={asked && draft.hasPartyOrganisation === null ? '请选择' : undefined}>
        <Choice label='项目有没有党组织' form='grid' value={draft.hasPartyOrganisation} onChange={(hasPartyOrganisation) => change({ hasPartyOrganisation })} options={[{ value: 'yes', label: '已建立' }, { value: 'no', label: '没有建立', hint: '一票否决' }]} />
      </Field>
      {vetoed && <Notice tone='warn' words='没有党组织，一票否决：不评分，直接录入。' />}
      {draft.hasPartyOrganisation === 'yes' && <RedPropertyMarks edition={edition} marks={draft.marks} asked={asked} onMark={(code, mark) => change({ marks: { ...draft.marks, [code]: mark } })} />}
      {asked && !vetoed && total.wrong > 0 && <Refusal words={`还有 ${total.wrong} 项没有评完，各部分标题旁写明了还差几项。`} />}
      {trouble && <Refusal words={trouble.words} />}
      {now === null && <Notice tone='warn' words='还没有连上服务器。评的分已存在手机上，连上以后再录入。' />}
      <ActionBar><Button words={vetoed ? '录入：一票否决' : `录入：${pointsText(total.points)} 分（已评 ${total.scored}/${total.items} 项）`} sending={sending} disabled={now === null} onPress={() => void enter()} /></ActionBar>
    </>
  )
}
