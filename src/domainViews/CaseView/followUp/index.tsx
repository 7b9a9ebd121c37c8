import { Notice } from '@/components/Notice'
import { useDraft } from '@/services/draft'
import { afterUnfixed } from '@/labels/followUp'
import { BeforeAfter } from '../BeforeAfter'
import type { ReadCase } from '../CaseStory'
import { AskFixed } from './AskFixed'
import { RateHandling } from './RateHandling'
import { TellUnfixed, type UnfixedDraft } from './TellUnfixed'
import { SaidFixed } from './SaidFixed'

const EMPTY: UnfixedDraft = { open: false, text: '', photos: [] }

/** 回访 of one who reported it or joined: 修好了吗, what is still wrong, how it was handled, and what happens now. */
export function FollowUp({ case_ }: { case_: ReadCase }) {
  const { summary, followUp } = case_
  const [draft, change, clear] = useDraft(`followUp:${summary.id}`, EMPTY)
  if (!followUp) return null
  const { said, canStill } = followUp
  const contradict = canStill ? () => change({ open: true }) : undefined
  if (canStill && draft.open)
    return (
      <>
        {isAsked(case_) && <BeforeAfter before={case_.photosBefore} after={case_.photosAfter} />}
        <TellUnfixed caseId={summary.id} mayRate={followUp.mayRate} draft={draft} onChange={change} onTold={clear} />
      </>
    )
  if (said === 'unfixed') return <Notice tone='warn' icon='refreshCw' words={`您说：没修好。${afterUnfixed(summary.state)}`} />
  if (said === 'fixed') return <><SaidFixed followUp={followUp} onContradict={contradict} />{followUp.mayRate && <RateHandling caseId={summary.id} rated={followUp.rating} />}</>
  return canStill ? <AskFixed case_={case_} onUnfixed={() => change({ open: true })} /> : null
}

/** Whether the pair of photos stands in the question itself. */
export const isAsked = ({ followUp }: Pick<ReadCase, 'followUp'>): boolean => followUp !== null && followUp.canStill && followUp.said === null
