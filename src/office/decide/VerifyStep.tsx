import { useState } from 'react'
import { categoryByCode } from '../../../domain/rulebook/categoryByCode'
import { ActionBar } from '@/components/ActionBar'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Photos } from '@/components/Photos'
import { Refusal } from '@/components/Refusal'
import { TextArea } from '@/components/TextArea'
import { useRules } from '@/domainViews/useRules'
import { DECIDED } from '@/labels/office'
import { VERIFICATION_METHOD } from '@/labels/zh'
import { useDraft } from '@/services/draft'
import { useRead, useSend } from '@/services/useAction'
import type { StepProps } from './StepProps'

type Draft = { matches: 'yes' | 'no' | null; method: 'onSite' | 'photos' | null; text: string; photos: string[] }
const EMPTY: Draft = { matches: null, method: null, text: '', photos: [] }

/**
 * 核查: looked at on site or by the photos, it matches the closing standard or not: the plan has none, so the filing condition must no longer hold (D18). Only the office
 * closes at once.
 */
export function VerifyStep({ read: { summary, findings }, onDone, isRecheck = false }: StepProps & { isRecheck?: boolean }) {
  const isOffice = useRead('whoAmI', {}).data?.person?.grants.some(({ role }) => role === 'office') ?? false
  const [draft, change, clear] = useDraft<Draft>(`decide:${summary.id}:verify`, EMPTY)
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const { send, sending, trouble } = useSend('verifyCase')
  const edition = useRules()?.edition
  const category = edition && summary.categoryCode !== null ? categoryByCode(edition, summary.categoryCode) : undefined
  const isKey = findings.some(({ kind, status }) => kind === 'keyProblem' && status !== 'dropped')
  const matches = isRecheck ? 'no' : draft.matches
  const verify = async (close: boolean) => {
    setAsked(true)
    const { method, text, photos } = draft
    if (matches === null || method === null || text.trim() === '') return
    if (!(await send({ caseId: summary.id, matches: matches === 'yes', method, text: text.trim(), photos, close })).ok) return
    clear()
    onDone(matches === 'no' ? DECIDED.failed : close ? DECIDED.closed : DECIDED.verified)
  }
  const off = sending || busy
  return (
    <>
      {isKey && <Notice tone='warn' words='这是重点问题，须到现场核查后才能结案。' />}
      {summary.toVerify && <Notice tone='warn' words='居民反映未解决，须到现场核查后才能结案。' />}
      <Field label='怎么核查的' error={asked && draft.method === null ? '请选择' : undefined}>
        <Choice label='核查方式' form='grid' value={draft.method} onChange={(method) => change({ method })} options={[{ value: 'onSite', label: VERIFICATION_METHOD.onSite, icon: 'mapPin' }, { value: 'photos', label: VERIFICATION_METHOD.photos, icon: 'image' }]} />
      </Field>
      {!isRecheck && <Field label='符合结案标准吗' hint={category && `立案条件已经不再成立，就符合。立案条件：${category.condition}`} error={asked && matches === null ? '请选择' : undefined}>
        <Choice label='核查结果' form='grid' value={matches} onChange={(chosen) => change({ matches: chosen })} options={[{ value: 'yes', label: '符合', icon: 'check' }, { value: 'no', label: '不符合', icon: 'cross' }]} />
      </Field>}
      {matches === 'no' && <Notice tone='warn' words={summary.origin === 'reported' ? '不符合的退回物业返工，重新计时，并提出“核查不符”扣分事项。' : '不符合的退回物业返工，重新计时。'} />}
      <Field label='看到的情况' hint='物业会看到' error={asked && draft.text.trim() === '' ? '请用几个字写明看到的情况' : undefined}>
        <TextArea label='看到的情况' value={draft.text} onChange={(text) => change({ text })} />
      </Field>
      <Field label='核查照片' optional>
        <Photos label='核查照片' value={draft.photos} cameraOnly={draft.method === 'onSite'} onBusy={setBusy} onChange={(photos) => change({ photos })} />
      </Field>
      {trouble && <Refusal words={trouble.words} />}
      <ActionBar>
        {matches === 'no' || !isOffice ? (
          <Button icon={matches === 'no' ? 'refreshCw' : 'clipboardCheck'} words={matches === 'no' ? '核查不符，返工' : '核查符合'} sending={sending} disabled={busy} onPress={() => void verify(false)} />
        ) : (
          <>
            <Button kind='secondary' words='只记核查符合' disabled={off} onPress={() => void verify(false)} />
            <Button words='核查符合并结案' sending={sending} disabled={busy} onPress={() => void verify(true)} />
          </>
        )}
      </ActionBar>
    </>
  )
}
