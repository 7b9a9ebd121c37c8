import type { CaseSummary } from '../../../types/api/common'
import { Card } from '@/components/Card'
import { LARGE, useScale } from '@/services/scale'
import { useWide } from '@/services/useWide'
import { CaseRow } from '../CaseRow'
import { useReader } from '../useReader'
import { CaseTable } from './CaseTable'

export type CaseRowsProps = {
  cases: readonly CaseSummary[]
  onOpen: (id: string) => void
  /** In lists over several estates. */
  withEstate?: boolean
  /** What staff read in place of the next step. */
  noteOf?: (case_: CaseSummary) => string
  /** Which stands open beside the list on a wide screen. */
  selected?: string
}

/** Cases one below the other: with pictures as large as a finger on a phone, a dense table for staff at a PC. In the largest words a column would hold three of them. */
export function CaseRows(props: CaseRowsProps) {
  const isTable = [useWide(), useScale() < LARGE, useReader() === 'staff'].every(Boolean)
  if (isTable) return <CaseTable {...props} />
  const { cases, noteOf, selected, withEstate, onOpen } = props
  return (
    <Card flush>
      {cases.map((case_) => <CaseRow key={case_.id} case_={case_} withEstate={withEstate} note={noteOf?.(case_)} selected={case_.id === selected} onOpen={() => onOpen(case_.id)} />)}
    </Card>
  )
}
