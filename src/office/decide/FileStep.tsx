import { useState } from 'react'
import { categoryByCode } from '../../../domain/rulebook/categoryByCode'
import { ActionBar } from '@/components/ActionBar'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Refusal } from '@/components/Refusal'
import { Skeleton } from '@/components/Skeleton'
import { CategoryPicker } from '@/domainViews/CategoryPicker'
import { endWords } from '@/domainViews/momentWords'
import { useRules } from '@/domainViews/useRules'
import { DECIDED, STEP } from '@/labels/office'
import { useDraft } from '@/services/draft'
import { serverNow } from '@/services/serverNow'
import { useSend } from '@/services/useAction'
import { DeadlineIfNow } from './DeadlineIfNow'
import type { StepProps } from './StepProps'

/** 立案并派遣: the category is the office's word; the deadline is seen before it begins to run. */
export function FileStep({ read: { summary }, onDone }: StepProps) {
  const rules = useRules()
  const [draft, change, clear] = useDraft(`decide:${summary.id}:file`, { categoryCode: summary.categoryCode })
  const [error, setError] = useState<string>()
  const { send, sending, trouble } = useSend('fileCase')
  if (!rules) return <Skeleton rows={2} />
  const category = draft.categoryCode === null ? undefined : categoryByCode(rules.edition, draft.categoryCode)
  const file = async (dispatch: boolean) => {
    if (!category) return setError('请先选类别')
    const sent = await send({ caseId: summary.id, categoryCode: category.code, dispatch })
    if (!sent.ok) return
    clear()
    onDone(dispatch ? `${DECIDED.filed}${sent.value.dueAt === null ? '' : `，须在${endWords(sent.value.dueAt, serverNow())}前回复`}` : '已立案，还没有派遣')
  }
  return (
    <>
      <Field label='类别' error={error}>
        <CategoryPicker edition={rules.edition} value={draft.categoryCode} suggested={summary.categoryCode} onChange={(categoryCode) => { setError(undefined); change({ categoryCode }) }} />
      </Field>
      {category && <DeadlineIfNow rules={rules} limit={category.limit} />}
      {category && <Button kind='quiet' words='只立案，稍后再派遣' disabled={sending} onPress={() => void file(false)} />}
      {trouble && <Refusal words={trouble.words} />}
      <ActionBar><Button icon='send' words={STEP.file.words} sending={sending} onPress={() => void file(true)} /></ActionBar>
    </>
  )
}
