import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Loaded } from '@/components/Loaded'
import { Notice } from '@/components/Notice'
import { useRead } from '@/services/useAction'
import { STANDS_BACK_FROM_CASE } from '../standsBack'
import { CaseActions, hasActions } from './CaseActions'
import { CaseStory } from './CaseStory'

type CaseViewProps = {
  caseId: string
  /** Beside a list: the actions stand below what it is about, not at the foot of the page. */
  inside?: boolean
  /** The page around it, with the actions for its foot. */
  frame?: (content: ReactNode, bottom: ReactNode) => ReactNode
}

/** A case, whole: photos, what and where, its limit, its story, and what I may do. */
export function CaseView({ caseId, inside, frame = (content) => content }: CaseViewProps) {
  const query = useRead('readCase', { caseId })
  const case_ = query.data
  const actions = case_ && hasActions(case_.allowed) ? <CaseActions case_={case_} /> : null
  return frame(
    <Loaded query={query} skeletonRows={4}>
      {(data) => (
        <>
          <CaseStory case_={data} act={inside && actions && <View className='case-view__actions split-first'>{actions}</View>} />
          {data.standsBack && <Notice words={STANDS_BACK_FROM_CASE} />}
        </>
      )}
    </Loaded>,
    actions,
  )
}
