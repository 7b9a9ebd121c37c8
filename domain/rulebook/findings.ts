import { UNDECIDED } from './edition'
import type { Edition, FindingKind, FindingRule, InspectionRule, Points } from './edition'
import { centipoints } from './units'

const pointsPerProblem = centipoints(1)

/**
 * 检查问题扣分: what one problem of an inspection costs.
 *
 * Doubling is a second entry of the same size beside the first, never an edit of it. Centipoints.
 *
 * @source 方案四(一)1
 */
export const inspection: InspectionRule = {
  text: '市级每季度组织开展住宅小区专项考核一次，区级每月组织开展住宅小区专项考核明查、暗访各一次，并将存在问题及时反馈给相关小区，被巡查小区根据要求对反馈问题限期进行整改，每次检查的问题根据考核细则扣分（每个问题扣1分），未按要求及时整改到位的双倍扣分。',
  clause: '方案四(一)1',
  pointsPerProblem,
  doubledPoints: pointsPerProblem,
}

/**
 * 市级案卷每个、区级案卷每个: what a finding costs on a case of city or district. The five sentences give both levels the same number; a
 * test reads it from each of them. Centipoints, positive.
 *
 * @source 方案四(一)2
 */
export const pointsPerFinding: Points = centipoints(2)

const finding = (kind: FindingKind, clause: string, name: string, text: string): FindingRule => ({
  kind,
  name,
  text,
  clause,
  // The plan does not know town cases: their points follow decision D3.
  points: { city: pointsPerFinding, district: pointsPerFinding, town: UNDECIDED },
})

/**
 * 案卷扣分: the five findings that cost points on a reported case.
 *
 * As they stand here, the points of town cases are undecided: take them from an edition, where decision D3 has been followed.
 *
 * @source 方案四(一)2
 */
export const findings: Readonly<Record<FindingKind, FindingRule>> = {
  overdue: finding(
    'overdue',
    '方案四(一)2',
    '超时案卷',
    '超时案卷扣分：对未按规定的处置时限回复的案卷进行审核扣分，市级案卷每个扣2分、区级案卷每个扣2分。',
  ),
  shirked: finding(
    'shirked',
    '方案四(一)3',
    '推诿案卷',
    '推诿案卷扣分：对进入指挥协调流程经确认责任主体推诿扯皮的案卷进行审核扣分，市级案卷每个扣2分、区级案卷每个扣2分。',
  ),
  recurrent: finding(
    'recurrent',
    '方案四(一)4',
    '反复性案卷',
    '反复性案卷扣分：对同一问题当月出现三次举报（在处置时限内的或按照结案标准正在查处等法律程序中的多次举报视为一次）的作为反复性问题进行审核扣分，市级案卷每个扣2分、区级案卷每个扣2分。',
  ),
  failedVerification: finding(
    'failedVerification',
    '方案四(一)5',
    '案卷核查',
    '案卷核查扣分：对经电话、微信回访与案卷处置回复不一致的、触发市、区重点问题库的举报按比例进行现场核查，经核查不符合结案标准的进行审核扣分，市级案卷每个扣2分、区级案卷每个扣2分。',
  ),
  keyProblem: finding(
    'keyProblem',
    '方案四(一)6',
    '重点问题',
    '重点问题扣分：对当月超过三次（不含）举报的问题纳入重点问题进行审核扣分，市级案卷每个扣2分、区级案卷每个扣2分。',
  ),
}

/**
 * 反复、重点: counted reports of the same problem in a calendar month. The third is already recurrent; the third is not yet a key
 * problem, the fourth is (不含).
 *
 * @source 方案四(一)4
 * @source 方案四(一)6
 */
export const recurrence: Edition['recurrence'] = { recurrentAt: 3, keyAbove: 3 }
