import { useState } from 'react'
import { yearOf } from '../../../domain/time/beijing'
import { ActionBar } from '@/components/ActionBar'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Photos } from '@/components/Photos'
import { TextArea } from '@/components/TextArea'
import { TextInput } from '@/components/TextInput'
import { confirm } from '@/services/confirm'
import { useDraft } from '@/services/draft'
import { serverNow } from '@/services/serverNow'
import { sayAtTop } from '@/services/sayAtTop'
import { useSend } from '@/services/useAction'
import { EstateField } from './EstateField'
import type { FormProps } from './formProps'
import { figuresOf, surveyWords, type SurveyTexts } from './surveyFigures'

const EMPTY = { estateId: null as string | null, households: '', answered: '', satisfied: '', note: '', photos: [] as string[] }
const FIELDS = [
  { name: 'households', label: '应调查户数', hint: '已入住的户数' },
  { name: 'answered', label: '回收份数', hint: '一户一份' },
  { name: 'satisfied', label: '满意份数', hint: '“非常满意”和“满意”的份数' },
] as const satisfies readonly { name: keyof SurveyTexts; label: string; hint: string }[]

/** 满意率调查结果 of this year; once per estate and year. */
export function SurveyForm({ edition, estates }: FormProps) {
  const [draft, change, clear] = useDraft('survey', EMPTY)
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [entered, setEntered] = useState<string>()
  const tell = (words: string) => {
    setEntered(words)
    sayAtTop(words)
  }
  const { send, sending, trouble } = useSend('enterSurvey')
  const year = yearOf(serverNow())
  const figures = figuresOf(draft)
  const wrong = asked && !figures.ok ? figures.wrong : {}
  const name = estates.find(({ id }) => id === draft.estateId)?.name ?? ''
  const enter = async () => {
    setAsked(true)
    if (draft.estateId === null || !figures.ok || draft.note.trim() === '') return
    const words = surveyWords(edition, figures.figures)
    if (!(await confirm({ title: `${name} ${year} 年调查`, words: `${words}。每年只能录入一次。`, yes: '录入' }))) return
    const sent = await send({ estateId: draft.estateId, year, ...figures.figures, note: draft.note.trim(), photos: draft.photos })
    if (!sent.ok) return
    tell(`已录入 ${name}。${words}`)
    setAsked(false)
    clear()
  }
  return (
    <>
      {entered && <Notice tone='good' words={entered} />}
      <Notice words={`${edition.satisfaction.text}（${edition.satisfaction.clause}）`} />
      <EstateField estates={estates} value={draft.estateId} error={asked && draft.estateId === null ? '请选择小区' : undefined} onChange={(estateId) => change({ estateId })} />
      {FIELDS.map(({ name: field, label, hint }) => (
        <Field key={field} label={label} hint={hint} error={wrong[field]}>
          <TextInput label={label} kind='number' lengthMax={6} value={draft[field]} onChange={(value) => change({ [field]: value })} />
        </Field>
      ))}
      {figures.ok && <Notice words={surveyWords(edition, figures.figures)} />}
      <Field label='调查说明' hint='时间、方式、由谁组织' error={asked && draft.note.trim() === '' ? '请写明调查的时间和方式' : undefined}>
        <TextArea label='调查说明' value={draft.note} onChange={(note) => change({ note })} />
      </Field>
      <Field label='调查报告照片' optional>
        <Photos label='调查报告照片' value={draft.photos} onBusy={setBusy} onChange={(photos) => change({ photos })} />
      </Field>
      {trouble && <Notice tone='urgent' words={trouble.words} />}
      <ActionBar><Button words={`录入 ${year} 年调查结果`} sending={sending} disabled={busy} onPress={() => void enter()} /></ActionBar>
    </>
  )
}
