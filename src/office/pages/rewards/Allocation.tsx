import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Refusal } from '@/components/Refusal'
import { TextArea } from '@/components/TextArea'
import type { Rewards } from '@/domainViews/RewardsView'
import { Unbookable } from '@/domainViews/Unbookable'
import { endWords } from '@/domainViews/momentWords'
import { STANDS_BACK_FROM_REWARDS } from '@/domainViews/standsBack'
import { confirm } from '@/services/confirm'
import { useDraft } from '@/services/draft'
import { useSend } from '@/services/useAction'
import { useNow } from '@/services/useNow'

type AllocationProps = { rewards: Rewards; onDone: (words: string) => void }

/** The two deeds of the office; each is asked about once more, since neither can be taken back. */
export function Allocation({ rewards: { year, stage, undecidedTie, unbookable, canAllocate, canConfirm, standsBack, publicityEndsAt }, onDone }: AllocationProps) {
  const now = useNow(60_000)
  const [allocation, confirmation] = [useSend('allocateRewards'), useSend('confirmRewards')]
  const [draft, change, clear] = useDraft(`allocate:${year}`, { reason: '' })
  const reason = draft.reason.trim()
  const allocate = async () => {
    const left = unbookable.length > 0 ? `不计入案卷 ${unbookable.map(({ number }) => number).join('、')}，理由会公示。` : ''
    if (!(await confirm({ title: `分配 ${year} 年度奖励`, words: `${left}按现在的名次分配并开始公示。分配后名次和金额冻结，不能重新分配。`, yes: '分配' }))) return
    const sent = await allocation.send({ year, ...(unbookable.length > 0 && { without: { caseIds: unbookable.map(({ caseId }) => caseId), reason } }) })
    if (!sent.ok) return
    clear()
    onDone('已分配，开始公示')
  }
  const settle = async () => {
    if (!(await confirm({ title: `确定 ${year} 年度奖励`, words: '公示期已经结束。确定后结果不再改变。', yes: '确定' }))) return
    if ((await confirmation.send({ year })).ok) onDone('奖励已确定')
  }
  if (standsBack) return <Notice words={STANDS_BACK_FROM_REWARDS} />
  const trouble = allocation.trouble ?? confirmation.trouble
  return (
    <>
      {trouble && <Refusal words={trouble.words} />}
      {stage === 'forecast' && !canAllocate && <Notice words={`${year} 年度结束后才能分配，现在看到的是预测。`} />}
      {canAllocate && undecidedTie.length > 0 && <Notice tone='warn' words='登记抽签结果之后才能分配。' />}
      {canAllocate && unbookable.length > 0 && (
        <>
          <Unbookable cases={unbookable} />
          <Notice tone='warn' words='请先处理这几件。实在不能处理的，写明理由，不计入它们再分配；理由随公示给大家看，由另一位同事确定。' />
          <Field label='为什么不计入'><TextArea label='为什么不计入' value={draft.reason} lengthMax={1000} onChange={(words) => change({ reason: words })} /></Field>
        </>
      )}
      {canAllocate && undecidedTie.length === 0 && <Button disabled={unbookable.length > 0 && reason === ''} words={unbookable.length > 0 ? '不计入这几件，分配并开始公示' : '分配并开始公示'} icon='gift' sending={allocation.sending} onPress={() => void allocate()} />}
      {stage === 'publicity' && !canConfirm && publicityEndsAt !== null && (
        <Notice words={now <= publicityEndsAt ? `公示到 ${endWords(publicityEndsAt, now)}，之后由另一位同事确定。` : '公示期已结束。您是分配人，须由另一位同事确定。'} />
      )}
      {canConfirm && <Button words='确定奖励' icon='badgeCheck' sending={confirmation.sending} onPress={() => void settle()} />}
    </>
  )
}
