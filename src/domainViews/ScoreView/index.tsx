import type { Actions } from '../../../types/api'
import { Loaded } from '@/components/Loaded'
import { useRead } from '@/services/useAction'
import { Formula } from './Formula'
import { SheetEntries } from './SheetEntries'
import './style.scss'

export type Score = Actions['readScore']['reply']
export type Entry = Score['entries'][number]

const SHEETS = ['longTerm', 'property', 'project'] as const

/** 得分说明 of one estate and a period, this month unless told: the formula, then every entry behind it. */
export function ScoreView({ estateId, period }: { estateId: string; period?: string }) {
  const query = useRead('readScore', { estateId, period })
  return (
    <Loaded query={query} skeletonRows={4}>
      {(score) => (
        <>
          <Formula score={score} />
          {SHEETS.map((sheet) => <SheetEntries key={`${estateId}:${score.period}:${sheet}`} sheet={sheet} entries={score.entries.filter((entry) => entry.sheet === sheet)} />)}
        </>
      )}
    </Loaded>
  )
}
