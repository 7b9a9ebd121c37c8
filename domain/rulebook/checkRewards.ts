import type { AwardTierId, Edition, ProjectLevel } from './edition'
import { exactly, percent, positiveWhole, wholePoints, when, written, type Problems } from './problems'

const tierIds = ['first', 'second', 'third', 'redProperty'] as const satisfies readonly AwardTierId[]
const projectLevels = ['district', 'city', 'province', 'nation'] as const satisfies readonly ProjectLevel[]

/** 总分与奖励部分的检查: shares, project bonus, tiers of the award. @source 方案三、方案五、附件4 */
export const checkRewards = ({ awards, composite, fullPoints, payoutNote, projects }: Edition): Problems => [
  ...positiveWhole('满分', fullPoints),
  ...percent('长效管理占比', composite.longTermPercent),
  ...percent('物业管理占比', composite.propertyPercent),
  ...when(composite.longTermPercent + composite.propertyPercent !== 100, '考核总分：两部分占比之和须为100%'),
  ...written('考核总分', composite.longTermClause, composite.propertyClause),
  ...written('创建项目', projects.text, projects.clause),
  ...exactly('创建项目级别', projectLevels, Object.keys(projects.points)),
  ...Object.entries(projects.points).flatMap(([level, points]) => wholePoints(`创建项目${level}`, points)),
  ...exactly(
    '奖励档次',
    tierIds,
    awards.map(({ id }) => id),
  ),
  ...awards.flatMap((tier) => [
    ...written(`奖励${tier.id}`, tier.name, tier.text, tier.clause),
    ...positiveWhole(`奖励${tier.id}名额`, tier.places),
    ...positiveWhole(`奖励${tier.id}金额（分）`, tier.amountFen),
  ]),
  ...written('发放备注', payoutNote.text, payoutNote.clause),
]
