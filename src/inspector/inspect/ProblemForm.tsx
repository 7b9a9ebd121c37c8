import { useState } from 'react'
import type { Edition } from '../../../domain/rulebook/edition'
import type { Actions } from '../../../types/api'
import { ActionBar } from '@/components/ActionBar'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { Photos } from '@/components/Photos'
import { TextArea } from '@/components/TextArea'
import { TextInput } from '@/components/TextInput'
import { CategoryPicker } from '@/domainViews/CategoryPicker'
import { missingOf, type ProblemDraft } from './inspectionDraft'

type ProblemFormProps = {
  edition: Edition
  estate: Actions['whoAmI']['reply']['estates'][number]
  value: ProblemDraft
  /** It was kept before: what is missing is said at once. */
  isAsked: boolean
  onChange: (value: ProblemDraft) => void
  onKeep: () => void
  onCancel: () => void
}

/** One problem found: what, where, how it looks, in which words. */
export function ProblemForm({ edition, estate, value, isAsked, onChange, onKeep, onCancel }: ProblemFormProps) {
  const [asked, setAsked] = useState(isAsked)
  const [busy, setBusy] = useState(false)
  const missing = (asked && missingOf(value)) || {}
  const set = (part: Partial<ProblemDraft>) => onChange({ ...value, ...part })
  const keep = () => (missingOf(value) === null ? onKeep() : setAsked(true))
  return (
    <>
      <Field label='照片' error={missing.photos}>
        <Photos label='问题照片' countMax={9} value={value.photos} onBusy={setBusy} onChange={(photos) => set({ photos })} />
      </Field>
      <Field label='类别' error={missing.category}>
        <CategoryPicker edition={edition} value={value.categoryCode} onChange={(categoryCode) => set({ categoryCode })} />
      </Field>
      <Field label='位置' error={missing.place}>
        {estate.spots.length > 0 && <Choice label='位置' form='chips' value={value.spotId} onChange={(spotId) => set({ spotId: spotId === value.spotId ? null : spotId })} options={estate.spots.map(({ id, name }) => ({ value: id, label: name }))} />}
        <TextInput label='具体位置' placeholder='具体在哪里，如“3 幢东侧”' lengthMax={200} value={value.detail} onChange={(detail) => set({ detail })} />
      </Field>
      <Field label='看到的情况' error={missing.text}>
        <TextArea label='看到的情况' value={value.text} onChange={(text) => set({ text })} />
      </Field>
      <ActionBar>
        <Button kind='secondary' words='取消' onPress={onCancel} />
        <Button words={busy ? '照片正在上传…' : '存下这个问题'} disabled={busy} onPress={keep} />
      </ActionBar>
    </>
  )
}
