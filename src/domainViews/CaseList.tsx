import type { ReactNode } from 'react'
import type { Actions } from '../../types/api'
import type { CaseSummary } from '../../types/api/common'
import { ListEnd } from '@/components/ListEnd'
import { Loaded } from '@/components/Loaded'
import { usePages } from '@/services/usePages'
import { CaseRows, type CaseRowsProps } from './CaseRows'

export const useCases = (request: Omit<Actions['listCases']['request'], 'cursor'>, enabled = true) => usePages('listCases', request, enabled)
export const casesOf = ({ pages }: Pick<ReturnType<typeof useCases>, 'pages'>): CaseSummary[] => pages.flatMap((page) => page.cases)

type CaseListProps = Omit<CaseRowsProps, 'cases'> & { list: ReturnType<typeof useCases>; empty: ReactNode }

/** Cases for staff, page by page to their end. */
export function CaseList({ list, empty, ...rows }: CaseListProps) {
  const cases = casesOf(list)
  return (
    <Loaded query={list.query}>
      {() => (cases.length === 0 && !list.more ? empty : (
        <>
          <CaseRows cases={cases} {...rows} />
          <ListEnd more={list.more} loading={list.loadingMore} onMore={list.next} />
        </>
      ))}
    </Loaded>
  )
}
