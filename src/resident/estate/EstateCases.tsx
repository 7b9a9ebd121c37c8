import type { Actions } from '../../../types/api'
import { Empty } from '@/components/Empty'
import { ListEnd } from '@/components/ListEnd'
import { Loaded } from '@/components/Loaded'
import { Section } from '@/components/Section'
import { usePages } from '@/services/usePages'
import { EstateCase } from './EstateCase'

type EstateCasesProps = { estateId: string; month?: string; news: Actions['readEstateNews']['reply'] }

/** What is fixed first, with its pictures; then what is still being done. */
export function EstateCases({ estateId, month, news: { reported, fixed } }: EstateCasesProps) {
  if (reported + fixed === 0) return <Empty icon='circleCheck' title='这个月没有受理的问题' words='看到问题可以随时报告。' />
  return (
    <>
      <Lines title='处理好的' request={{ estateId, month, list: 'fixed' }} />
      <Lines title='还在办的' request={{ estateId, month, list: 'open' }} isLast />
    </>
  )
}

type LinesProps = { title: string; request: Omit<Actions['listEstateCases']['request'], 'cursor'>; isLast?: boolean }

function Lines({ title, request, isLast = false }: LinesProps) {
  const { query, pages, more, next, loadingMore } = usePages('listEstateCases', request, true, isLast)
  const lines = pages.flatMap(({ cases }) => cases)
  return (
    <Loaded query={query} skeletonRows={2}>
      {() =>
        lines.length > 0 && (
          <Section title={title}>
            {lines.map((line) => <EstateCase key={line.number} line={line} />)}
            {(more || pages.length > 1) && <ListEnd more={more} loading={loadingMore} onMore={next} />}
          </Section>
        )
      }
    </Loaded>
  )
}
