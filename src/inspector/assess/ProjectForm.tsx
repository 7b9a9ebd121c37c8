import { useState } from 'react'
import type { ProjectLevel } from '../../../domain/rulebook/edition'
import { ActionBar } from '@/components/ActionBar'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Photos } from '@/components/Photos'
import { Refusal } from '@/components/Refusal'
import { TextArea } from '@/components/TextArea'
import { pointsText } from '@/domainViews/pointsText'
import { PROJECT_LEVEL } from '@/labels/zh'
import { useDraft } from '@/services/draft'
import { onceKey } from '@/services/onceKey'
import { toTop } from '@/services/toTop'
import { useSend } from '@/services/useAction'
import { EstateField } from './EstateField'
import { FactDateField } from './FactDateField'
import type { FormProps } from './formProps'

const LEVELS = Object.keys(PROJECT_LEVEL) as ProjectLevel[]
const empty = () => ({ key: onceKey(), estateId: null as string | null, factOn: '', level: null as ProjectLevel | null, note: '', photos: [] as string[] })

/** 创建项目加分: on the composite, by the level of the model project. */
export function ProjectForm({ edition, estates }: FormProps) {
  const [draft, change, clear] = useDraft('project', empty())
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [entered, setEntered] = useState<string>()
  const tell = (words: string) => {
    setEntered(words)
    toTop()
  }
  const { send, sending, trouble } = useSend('enterProject')
  const { estateId, factOn, level, note, photos, key } = draft
  const enter = async () => {
    setAsked(true)
    if (estateId === null || level === null || note.trim() === '') return
    const sent = await send({ key, estateId, ...(factOn !== '' && { factOn }), level, note: note.trim(), photos })
    if (!sent.ok) return
    tell(`已录入 ${estates.find(({ id }) => id === estateId)?.name ?? ''}：加 ${pointsText(sent.value.points)} 分，几分钟内记入计分账`)
    setAsked(false)
    clear()
  }
  return (
    <>
      {entered && <Notice tone='good' words={entered} />}
      <Notice words={`${edition.projects.text}（${edition.projects.clause}）`} />
      <EstateField estates={estates} value={estateId} error={asked && estateId === null ? '请选择小区' : undefined} onChange={(id) => change({ estateId: id })} />
      <FactDateField label='认定的日期' value={factOn} onChange={(value) => change({ factOn: value })} />
      <Field label='示范项目的级别' error={asked && level === null ? '请选择级别' : undefined}>
        <Choice label='级别' form='grid' value={level} onChange={(value) => change({ level: value })} options={LEVELS.map((value) => ({ value, label: PROJECT_LEVEL[value], hint: `加 ${pointsText(edition.projects.points[value])} 分` }))} />
      </Field>
      <Field label='项目名称和认定文件' error={asked && note.trim() === '' ? '请写明项目和认定文件' : undefined}>
        <TextArea label='项目名称和认定文件' value={note} onChange={(value) => change({ note: value })} />
      </Field>
      <Field label='证书、文件照片' optional>
        <Photos label='证书照片' value={photos} onBusy={setBusy} onChange={(value) => change({ photos: value })} />
      </Field>
      {trouble && <Refusal words={trouble.words} />}
      <ActionBar><Button words={level === null ? '录入' : `录入：加 ${pointsText(edition.projects.points[level])} 分`} sending={sending} disabled={busy} onPress={() => void enter()} /></ActionBar>
    </>
  )
}
