import type { ReactNode } from 'react'
import type { Actions } from '../../types/api'
import type { CaseSummary } from '../../types/api/common'
import { Card } from '@/components/Card'
import { ListEnd } from '@/components/ListEnd'
import { Loaded } from '@/components/Loaded'
import { usePages } from '@/services/usePages'
import { CaseRow } from './CaseRow'

export const useCases = (request: Omit<Actions['listCases']['request'], 'cursor'>, enabled = true) => usePages('listCases', request, enabled)
export const casesOf = ({ pages }: Pick<ReturnType<typeof useCases>, 'pages'>): CaseSummary[] => pages.flatMap((page) => page.cases)

type CaseListProps = {
  list: ReturnType<typeof useCases>
  empty: ReactNode
  onOpen: (id: string) => void
  noteOf?: (case_: CaseSummary) => string
  withEstate?: boolean
  selected?: string
}

/** Cases for staff, page by page to their end. */
export function CaseList({ list, empty, onOpen, noteOf, withEstate, selected }: CaseListProps) {
  const cases = casesOf(list)
  return (
    <Loaded query={list.query}>
      {() => (cases.length === 0 && !list.more ? empty : (
        <>
          <Card flush>
            {cases.map((case_) => (
              <CaseRow key={case_.id} case_={case_} withEstate={withEstate} note={noteOf?.(case_)} selected={case_.id === selected} onOpen={() => onOpen(case_.id)} />
            ))}
          </Card>
          <ListEnd more={list.more} loading={list.loadingMore} onMore={list.next} />
        </>
      ))}
    </Loaded>
  )
}
