import { useState } from 'react'
import { propertyRuleByCode } from '../../../domain/rulebook/propertyRuleByCode'
import { UNDECIDED } from '../../../domain/rulebook/edition'
import { ActionBar } from '@/components/ActionBar'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Photos } from '@/components/Photos'
import { Refusal } from '@/components/Refusal'
import { Stepper } from '@/components/Stepper'
import { TextArea } from '@/components/TextArea'
import { signedPoints } from '@/domainViews/pointsText'
import { useDraft } from '@/services/draft'
import { onceKey } from '@/services/onceKey'
import { toTop } from '@/services/toTop'
import { useSend } from '@/services/useAction'
import { Text, View } from '@tarojs/components'
import { EstateField } from './EstateField'
import { FactDateField } from './FactDateField'
import type { FormProps } from './formProps'
import { PropertyRules } from './PropertyRules'

const COUNT_MAX = 100
const empty = () => ({ key: onceKey(), estateId: null as string | null, factOn: '', ruleCode: null as string | null, count: 1, note: '', photos: [] as string[] })

/** 附件2: one sentence of it, how often, and what was seen. */
export function PropertyCheckForm({ edition, estates }: FormProps) {
  const [draft, change, clear] = useDraft('propertyCheck', empty())
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [entered, setEntered] = useState<string>()
  const tell = (words: string) => {
    setEntered(words)
    toTop()
  }
  const { send, sending, trouble } = useSend('enterPropertyCheck')
  const rule = draft.ruleCode === null ? undefined : propertyRuleByCode(edition, draft.ruleCode)
  const points = rule && rule.points !== UNDECIDED ? rule.points * draft.count : null
  const enter = async () => {
    setAsked(true)
    const { estateId, factOn, ruleCode, note } = draft
    if (estateId === null || ruleCode === null || points === null || note.trim() === '') return
    const sent = await send({ key: draft.key, estateId, ...(factOn !== '' && { factOn }), ruleCode, count: draft.count, note: note.trim(), photos: draft.photos })
    if (!sent.ok) return
    tell(`已录入 ${estates.find(({ id }) => id === estateId)?.name ?? ''}：${signedPoints(sent.value.points)} 分，几分钟内记入计分账`)
    setAsked(false)
    clear()
  }
  return (
    <>
      {entered && <Notice tone='good' words={entered} />}
      <EstateField estates={estates} value={draft.estateId} error={asked && draft.estateId === null ? '请选择小区' : undefined} onChange={(estateId) => change({ estateId })} />
      <FactDateField label='事实的日期' value={draft.factOn} onChange={(factOn) => change({ factOn })} />
      {rule ? (
        <Field label='按哪一条'>
          <Card>
            <View><Text>{rule.text}</Text></View>
            <Button kind='secondary' inline icon='pencil' words='换一条' onPress={() => change({ ruleCode: null })} />
          </Card>
        </Field>
      ) : (
        <>
          {asked && <Refusal words='请选择按哪一条' />}
          <PropertyRules edition={edition} value={draft.ruleCode} onChange={(ruleCode) => change({ ruleCode, count: 1 })} />
        </>
      )}
      {rule && (
        <>
          <Field label={`有几${rule.unit}`} hint={points === null ? undefined : `合计 ${signedPoints(points)} 分`}>
            <Stepper label={`几${rule.unit}`} min={1} max={COUNT_MAX} value={draft.count} words={(count) => `${count} ${rule.unit}`} onChange={(count) => change({ count })} />
          </Field>
          <Field label='事实说明' error={asked && draft.note.trim() === '' ? '请写明事实' : undefined}>
            <TextArea label='事实说明' value={draft.note} onChange={(note) => change({ note })} />
          </Field>
          <Field label='照片' optional>
            <Photos label='考核照片' value={draft.photos} onBusy={setBusy} onChange={(photos) => change({ photos })} />
          </Field>
          {trouble && <Refusal words={trouble.words} />}
          <ActionBar><Button words={points === null ? '录入' : `录入：${signedPoints(points)} 分`} sending={sending} disabled={busy} onPress={() => void enter()} /></ActionBar>
        </>
      )}
    </>
  )
}
