/**
 * Writes docs/rulebook.md from the built-in edition, for people who read the rules without the code.
 *
 *   npx tsx scripts/rulebookDoc.ts           writes the file
 *   npx tsx scripts/rulebookDoc.ts --check   writes nothing, exits 1 when the file is stale
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { groupNames } from '../domain/rulebook/annex1'
import { emergencyPlans, patrolSubjects } from '../domain/rulebook/annex2Lists'
import { builtInEdition } from '../domain/rulebook/builtIn'
import { decisionFields } from '../domain/rulebook/decisions'
import { UNDECIDED, type Edition, type HandlingLimit, type Points, type Undecided } from '../domain/rulebook/edition'
import { redPropertyItems } from '../domain/rulebook/redPropertyItems'
import { dateOf } from '../domain/time/beijing'

export const rulebookDocPath = join(__dirname, '../docs/rulebook.md')

const undecidedMark = '**⚠ 未定**'
const limitWords = ({ amount, unit }: HandlingLimit): string => `${amount}${unit === 'day' ? '工作日' : '工作时'}`
const pointsWords = (points: Points | Undecided): string => (points === UNDECIDED ? undecidedMark : String(points / 100))
const signedWords = (points: Points | Undecided): string =>
  points !== UNDECIDED && points > 0 ? `+${pointsWords(points)}` : pointsWords(points)
const yuanWords = (amountFen: number): string => (amountFen / 100).toFixed(2)

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n')

const summary = (edition: Edition): string => {
  const undecided = edition.decisionNotes.filter(({ id }) => decisionFields[id].some((field) => edition.decisions[field] === UNDECIDED))
  return `Edition \`${edition.id}\`, in force from ${dateOf(edition.effectiveFrom)}, Beijing time.

- ${edition.categories.length} categories, ${edition.propertyRules.length} rules of Annex 2 and the satisfaction survey, ${redPropertyItems(edition).length} scored items of Annex 3
- Composite (${edition.composite.longTermClause}、${edition.composite.propertyClause}): ${edition.composite.longTermPercent} % long-term + ${edition.composite.propertyPercent} % property + project bonus; each part starts from ${pointsWords(edition.fullPoints)}
- Undecided: ${undecided.map(({ id }) => id).join(', ') || 'nothing'}. An entry under an undecided number is refused until the office decides it`
}

const caseTables = (edition: Edition): string => `## Inspections and cases (方案四(一))

> ${edition.inspection.text}

Each problem of an inspection: ${pointsWords(edition.inspection.pointsPerProblem)}; not rectified in time: another ${pointsWords(edition.inspection.doubledPoints)} (${edition.inspection.clause}).
Recurrent from report number ${edition.recurrence.recurrentAt} of a month, key problem above ${edition.recurrence.keyAbove}.

${table(
  ['clause', 'finding', '方案原文', '市级', '区级', '镇级 (D3)'],
  Object.values(edition.findings).map(({ clause, kind, text, points }) => [
    clause,
    kind,
    text,
    pointsWords(points.city),
    pointsWords(points.district),
    pointsWords(points.town),
  ]),
)}

## Annex 1: categories (附件1)

The codes are ours; the plan leaves the column 小类代码 empty. ⚠ marks what must be made safe first (先围后修), our own mark as well.

${table(
  ['代码', '分类', '小类名称', '立案条件（扣分依据）', '处置时限', '责任单位', '每处（个）扣分'],
  edition.categories.map((category) => [
    category.code,
    groupNames[category.group],
    `${category.name}${category.hazardous ? ' ⚠' : ''}`,
    category.condition,
    limitWords(category.limit),
    category.responsibleUnit,
    pointsWords(category.points),
  ]),
)}`

const propertyTables = (edition: Edition): string => `## Annex 2: property checks (附件2)

Rows 6 and 7 are the plan's 附加分.

${table(
  ['编号', '考核内容', '评分标准', '分值', '每'],
  edition.propertyRules.map((rule) => [
    rule.code,
    rule.content,
    rule.text,
    `${signedWords(rule.points)}${rule.decision === undefined ? '' : ` (${rule.decision})`}`,
    rule.unit,
  ]),
)}

Satisfaction survey (${edition.satisfaction.clause}), coverage at least ${edition.satisfaction.minimumCoveragePercent} %:

> ${edition.satisfaction.text}

${table(
  ['满意率', '分值'],
  edition.satisfaction.bands.map(({ fromPercent, toPercent, points }) => [`${fromPercent}%-${toPercent}%`, signedWords(points)]),
)}

Emergency plans (2.1.1): ${emergencyPlans.map(({ name }) => name).join('、')}

Footnote ① (2.2.1):

${patrolSubjects.map(({ name, text }) => `- ${name}：${text}`).join('\n')}`

const redPropertyTables = (edition: Edition): string => `## Annex 3: Red Property (附件3)

Veto: ${edition.redProperty.veto.item}；${edition.redProperty.veto.text}

${edition.redProperty.parts
  .map(
    (part) => `### ${part.code} ${part.name}（${pointsWords(part.points)}分）

${table(
  ['编号', '标准', '内容', '评价分值'],
  part.sections.flatMap(({ content, items }) => items.map((item) => [item.code, content, item.text, pointsWords(item.maxPoints)])),
)}`,
  )
  .join('\n\n')}`

const rewardTables = (edition: Edition): string => `## Annex 4 and projects (附件4、方案五2)

${table(
  ['档次', '名额', '以奖代补资金（元）', '方案原文'],
  edition.awards.map(({ name, places, amountFen, text }) => [name, String(places), yuanWords(amountFen), text]),
)}

备注：${edition.payoutNote.text}

> ${edition.projects.text}

${table(
  ['level', '加分'],
  Object.entries(edition.projects.points).map(([level, points]) => [level, signedWords(points)]),
)}`

const decisionTable = (edition: Edition): string => `## Decisions (补充规定)

What the plan leaves open. The office may change each of them in a later edition.

${table(
  ['编号', '问题', '规定', '理由'],
  edition.decisionNotes.map(({ id, question, decided, why }) => [
    id,
    question,
    decisionFields[id].some((field) => edition.decisions[field] === UNDECIDED) ? `**⚠ ${decided}**` : decided,
    why,
  ]),
)}`

/** The whole document, as the file must stand. */
export const rulebookDoc = (edition: Edition): string =>
  [
    `# The rulebook: ${edition.name}`,
    '<!-- Generated by scripts/rulebookDoc.ts from domain/rulebook. Do not edit. -->',
    'The plan as the program applies it, the Chinese word for word. All numbers in points, unless another unit stands beside them.',
    summary(edition),
    caseTables(edition),
    propertyTables(edition),
    redPropertyTables(edition),
    rewardTables(edition),
    decisionTable(edition),
  ].join('\n\n') + '\n'

if (require.main === module) {
  const fresh = rulebookDoc(builtInEdition)
  if (!process.argv.includes('--check')) writeFileSync(rulebookDocPath, fresh)
  else if (!existsSync(rulebookDocPath) || readFileSync(rulebookDocPath, 'utf8') !== fresh) {
    console.error('docs/rulebook.md is stale: run npx tsx scripts/rulebookDoc.ts')
    process.exitCode = 1
  }
}
