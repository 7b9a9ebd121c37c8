import { UNDECIDED } from './edition'
import type { DecisionId, PropertyRule, SatisfactionRule } from './edition'
import { centipoints } from './units'

/** 考核内容, by row. The plan numbers no rows; 附加分 are our rows 6 and 7. 巡中查 stands so in the plan. */
const contents = {
  1: '做好住宅小区各类应急管理预案，及时发现小区安全隐患，及时处置和上报情况;建立物业管理矛盾纠纷化解机制。',
  2: '开展住宅小区物业管理巡中查提出的整改意见，整改到位。',
  3: '及时、有效调查答复区物管部门反馈的信访件，积极做好撤场交接工作，做到事实清楚、完整，积极配合各职能部门执法进小区工作,及时沟通调处物业管理中的各类矛盾。',
  4: '及时完成物管部门年内布置的统一要求的相关工作。',
  5: '发挥镇物管会会议制度作用，每季度至少一次联系会议',
  6: '小区文化建设有成效，积极开展各类活动',
} as const

type Row = keyof typeof contents

const ruleOf = (row: Row, sentence: number, kind: PropertyRule['kind'], text: string, unit: string) => ({
  code: `2.${row}.${sentence}`,
  row,
  kind,
  content: contents[row],
  text,
  unit,
  clause: `附件2.${row}`,
})

const deduction = (row: Row, sentence: number, text: string, unit: string, points: number): PropertyRule => ({
  ...ruleOf(row, sentence, 'deduction', text, unit),
  points: -centipoints(points),
})

const addition = (row: Row, sentence: number, text: string, unit: string, points: number): PropertyRule => ({
  ...ruleOf(row, sentence, 'addition', text, unit),
  points: centipoints(points),
})

/** A deduction whose number the plan leaves blank (扣 分); the edition takes it from the decision. */
const blank = (row: Row, sentence: number, text: string, unit: string, decision: DecisionId): PropertyRule => ({
  ...ruleOf(row, sentence, 'deduction', text, unit),
  points: UNDECIDED,
  decision,
})

/**
 * 物业管理工作考核细则: every sentence part that carries a number, in the order of the plan; deductions negative, in centipoints.
 *
 * Surprising, and so in the plan: an accident handled late costs 5, one not handled at all 3. 2.1.4 names no unit; a mechanism that
 * does not exist counts as one 项. Two sentences have a blank for their number (2.3.2, 2.5.1). The satisfaction survey (row 7) is
 * not here but in `satisfaction`.
 *
 * @source 附件2
 */
export const propertyRules: readonly PropertyRule[] = [
  deduction(
    1,
    1,
    '未制定消防、电梯、给排水、供配电、自然灾害、公共卫生、治安、交通、燃气事故、群租房、重大矛盾纠纷等应急预案的有一项扣1分',
    '项',
    1,
  ),
  deduction(1, 2, '小区发生安全事故未及时处理和上报有一例扣5分', '例', 5),
  deduction(1, 3, '不处理或存在严重失职造成重大影响的有一例扣3分', '例', 3),
  deduction(1, 4, '未建立镇与社区联动物业管理矛盾纠纷化解机制的扣5分', '项', 5),
  deduction(2, 1, '物业管理住宅项目巡查①整改情况未反馈的有一例扣5分', '例', 5),
  deduction(3, 1, '在矛盾处理、企业撤场交接中存在明显处置不当造成后果的有一例扣1分', '例', 1),
  blank(3, 2, '拖延、推诿处理造成后果的有一例扣 分', '例', 'D1'),
  deduction(3, 3, '不作为造成重大物业管理集体上访事件的有一例扣5分', '例', 5),
  deduction(3, 4, '经发现不配合职能部门进小区执法工作的，有一例扣2分', '例', 2),
  deduction(4, 1, '未按要求及时完成的或完成情况与要求不相符的，有一次扣5分', '次', 5),
  blank(5, 1, '未正常开展每少一次扣 分', '次', 'D2'),
  deduction(5, 2, '未有会议签到的有一例扣1分', '例', 1),
  deduction(5, 3, '未有会议内容记录的有一例扣1分', '例', 1),
  addition(6, 1, '开展各类社区活动，每有1例加2分', '例', 2),
]

/**
 * 业主满意率调查: what a rate adds once the survey covers enough households. Percent; centipoints.
 *
 * The plan puts the rate where two bands meet into both of them: decision D6 says which one it is.
 *
 * @source 附件2.7
 */
export const satisfaction: SatisfactionRule = {
  text: '每年至少开展一次业主满意率调查，调查覆盖率不低于80%。满意率80%-90%，加5分；满意率90%-100%，加10分。',
  clause: '附件2.7',
  minimumCoveragePercent: 80,
  bands: [
    { fromPercent: 80, toPercent: 90, points: centipoints(5) },
    { fromPercent: 90, toPercent: 100, points: centipoints(10) },
  ],
}
