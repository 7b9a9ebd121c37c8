import { UNDECIDED, type Edition, type PropertyRule } from '../../../domain/rulebook/edition'
import { Choice } from '@/components/Choice'
import { Section } from '@/components/Section'
import { signedPoints } from '@/domainViews/pointsText'

type PropertyRulesProps = { edition: Edition; value: string | null; onChange: (code: string) => void }

/** 附件2, row by row in the plan's words. What the plan leaves without a number cannot be chosen. */
export function PropertyRules({ edition, value, onChange }: PropertyRulesProps) {
  const rows = [...new Set(edition.propertyRules.map(({ row }) => row))]
  return (
    <>
      {rows.map((row) => {
        const rules = edition.propertyRules.filter((rule) => rule.row === row)
        return (
          <Section key={row} title={rules[0]!.kind === 'addition' ? '附加分' : `第 ${row} 项`} note={rules[0]!.content}>
            <Choice label={`附件2第${row}项`} value={value} onChange={onChange} options={rules.map((rule) => ({ value: rule.code, label: rule.text, hint: hintOf(rule), disabled: rule.points === UNDECIDED }))} />
          </Section>
        )
      })}
    </>
  )
}

function hintOf({ points, unit, decision, clause }: PropertyRule): string {
  if (points === UNDECIDED) return `方案没有写分值，要等考核办作出补充规定${decision ? `（${decision}）` : ''}才能录入`
  return `每${unit} ${signedPoints(points)} 分 · ${clause}`
}
