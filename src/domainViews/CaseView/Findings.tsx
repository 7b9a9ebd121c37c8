import { Badge } from '@/components/Badge'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { Section } from '@/components/Section'
import { FINDING_STATUS } from '@/labels/case'
import { FINDING_KIND } from '@/labels/zh'
import { useNow } from '@/services/useNow'
import { momentWords } from '../momentWords'
import { pointsText } from '../pointsText'
import type { ReadCase } from './CaseStory'

const TONE = { proposed: 'warn', confirmed: 'urgent', dropped: 'neutral' } as const

/** 扣分事项, and what each costs. */
export function Findings({ findings }: Pick<ReadCase, 'findings'>) {
  const now = useNow(60_000)
  if (findings.length === 0) return null
  return (
    <Section title='扣分事项'>
      <Card flush>
        {findings.map(({ kind, status, factAt, points }, index) => (
          <Cell
            key={`${kind}-${index}`}
            icon='flag'
            title={`${FINDING_KIND[kind]}${status === 'dropped' ? '' : points === null ? '：分值未定' : `：扣 ${pointsText(points)} 分`}`}
            note={momentWords(factAt, now)}
            value={<Badge words={FINDING_STATUS[status]} tone={TONE[status]} />}
          />
        ))}
      </Card>
    </Section>
  )
}
