import { useState } from 'react'
import { UNDECIDED } from '../../../domain/rulebook/edition'
import { ActionBar } from '@/components/ActionBar'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { Refusal } from '@/components/Refusal'
import { Segments } from '@/components/Segments'
import { Skeleton } from '@/components/Skeleton'
import { dayOf } from '@/domainViews/momentWords'
import { pointsText } from '@/domainViews/pointsText'
import { useRules } from '@/domainViews/useRules'
import { DECIDED, REASONS } from '@/labels/office'
import { FINDING_KIND } from '@/labels/zh'
import { serverNow } from '@/services/serverNow'
import { useSend } from '@/services/useAction'
import { FindingRuleCard } from './FindingRuleCard'
import { ReasonField } from './ReasonField'
import type { StepProps } from './StepProps'
import { useReasoned } from './useReasoned'

/** 确认或不予扣分: one proposed finding at a time, with the rule's words and what it costs. */
export function DecideFindingStep({ read: { summary, findings, timeline }, onDone }: StepProps) {
  const edition = useRules()?.edition
  const proposed = findings.filter(({ status }) => status === 'proposed')
  const [picked, setPicked] = useState(proposed[0]?.kind)
  const finding = proposed.find(({ kind }) => kind === picked) ?? proposed[0]
  const { field, reason, isGiven, clear } = useReasoned(summary.id, `finding:${finding?.kind ?? ''}`)
  const { send, sending, trouble } = useSend('decideFinding')
  if (!edition) return <Skeleton rows={2} />
  if (!finding) return null
  const { kind, factAt } = finding
  const cost = edition.findings[kind].points[summary.level]
  const why = [...timeline].reverse().find((item) => item.type === 'findingProposed' && item.finding === kind)
  const decide = async (confirm: boolean) => {
    if (!isGiven()) return
    if (!(await send({ caseId: summary.id, finding: kind, confirm, reason })).ok) return
    clear()
    onDone(`${FINDING_KIND[kind]}：${confirm ? DECIDED.confirmed : DECIDED.dropped}`)
  }
  return (
    <>
      {proposed.length > 1 && <Segments label='扣分事项' items={proposed.map((each) => ({ value: each.kind, words: FINDING_KIND[each.kind] }))} value={kind} onChange={setPicked} />}
      <FindingRuleCard edition={edition} kind={kind} level={summary.level} />
      <Notice words={`${dayOf(factAt, serverNow())}的事实，${why?.role === 'clock' ? '系统按次数' : (why?.who ?? '同事')}提出${why?.text ? `：${why.text}` : ''}`} />
      <ReasonField label='意见' hint='物业会看到' templates={[...REASONS.confirmFinding, ...REASONS.dropFinding]} {...field} />
      {trouble && <Refusal words={trouble.words} />}
      <ActionBar>
        <Button kind='secondary' words='不予扣分' disabled={sending} onPress={() => void decide(false)} />
        <Button kind='danger' words={cost === UNDECIDED ? '分值未定，不能确认' : `确认扣 ${pointsText(cost)} 分`} disabled={cost === UNDECIDED} sending={sending} onPress={() => void decide(true)} />
      </ActionBar>
    </>
  )
}
