import { useState } from 'react'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import { ActionBar } from '@/components/ActionBar'
import { Button } from '@/components/Button'
import { Refusal } from '@/components/Refusal'
import { Section } from '@/components/Section'
import { Skeleton } from '@/components/Skeleton'
import { useRules } from '@/domainViews/useRules'
import { confirm } from '@/services/confirm'
import { useDraft } from '@/services/draft'
import { useSend } from '@/services/useAction'
import { Basics, levelOf } from './Basics'
import { Entered } from './Entered'
import { missingOf, NEW_PROBLEM, newInspection, problemOf, type ProblemDraft } from './inspectionDraft'
import { ProblemForm } from './ProblemForm'
import { ProblemList } from './ProblemList'

/** 现场检查: estate and mode, the problems one after another, then all of them at once. Nothing leaves the phone before. */
export function InspectView({ me }: { me: Actions['whoAmI']['reply'] }) {
  const edition = useRules()?.edition
  const [draft, change, clear] = useDraft('inspection', newInspection())
  const [entered, setEntered] = useState<{ caseIds: readonly string[]; problems: readonly ProblemDraft[] }>()
  const { send, sending, trouble } = useSend('enterInspection')
  const estate = me.estates.find(({ id }) => id === draft.estateId)
  const level = levelOf(me, draft.level)
  if (!edition) return <Skeleton />
  if (entered) return <Entered edition={edition} {...entered} onAgain={() => setEntered(undefined)} />
  if (draft.editing && estate) {
    const { index, problem } = draft.editing
    const keep = () => change({ problems: [...draft.problems.slice(0, index), problem, ...draft.problems.slice(index + 1)], editing: null })
    return (
      <>
        <Section title={`第 ${index + 1} 个问题`} />
        <ProblemForm edition={edition} estate={estate} isAsked={index < draft.problems.length} value={problem} onChange={(changed) => change({ editing: { index, problem: changed } })} onKeep={keep} onCancel={() => change({ editing: null })} />
      </>
    )
  }
  const { key, mode, problems } = draft
  const isReady = estate !== undefined && mode !== null && level !== null
  const enter = async () => {
    if (!estate || !mode || !level) return
    const incomplete = problems.findIndex((problem) => missingOf(problem) !== null)
    if (incomplete >= 0) return change({ editing: { index: incomplete, problem: problems[incomplete]! } })
    if (problems.length === 0 && !(await confirm({ title: '没有发现问题？', words: `将记录：${estate.name}检查没有发现问题。`, yes: '提交' }))) return
    const sent = await send({ key, estateId: estate.id, level, mode, problems: problems.map(problemOf) })
    if (!sent.ok) return
    void Taro.pageScrollTo({ scrollTop: 0 })
    setEntered({ caseIds: sent.value.caseIds, problems })
    clear()
  }
  return (
    <>
      <Basics me={me} draft={draft} onChange={change} />
      {estate && isReady && (
        <Section title={`发现的问题（${problems.length}）`} note='提交后每个问题成为一件案卷，立即派给物业整改。'>
          <ProblemList
            edition={edition} estate={estate} problems={problems}
            onEdit={(index) => change({ editing: { index, problem: problems[index] ?? NEW_PROBLEM } })}
            onDrop={(index) => change({ problems: problems.filter((_, place) => place !== index) })}
          />
        </Section>
      )}
      {trouble && <Refusal words={trouble.words} />}
      <ActionBar><Button icon={isReady ? 'send' : undefined} words={!isReady ? '请先选小区和检查方式' : problems.length === 0 ? '提交：没有发现问题' : `提交检查（${problems.length} 个问题）`} sending={sending} disabled={!isReady} onPress={() => void enter()} /></ActionBar>
    </>
  )
}
