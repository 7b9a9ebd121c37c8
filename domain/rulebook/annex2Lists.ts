import type { Clause } from './edition'

/** One thing the plan names in a list. The code is ours; registers are kept under it. */
export type NamedItem = { readonly code: string; readonly name: string }

/** 应急预案: the 11 emergency plans an estate must have; each one missing counts under rule 2.1.1. @source 附件2.1 */
export const emergencyPlans: readonly NamedItem[] = [
  { code: 'fire', name: '消防' },
  { code: 'lift', name: '电梯' },
  { code: 'waterAndDrainage', name: '给排水' },
  { code: 'powerSupply', name: '供配电' },
  { code: 'naturalDisaster', name: '自然灾害' },
  { code: 'publicHealth', name: '公共卫生' },
  { code: 'publicSecurity', name: '治安' },
  { code: 'traffic', name: '交通' },
  { code: 'gasAccident', name: '燃气事故' },
  { code: 'groupRenting', name: '群租房' },
  { code: 'majorDispute', name: '重大矛盾纠纷' },
]

/** 巡查内容: one line of footnote ①. `text` is the line after its colon, word for word. */
export type PatrolSubject = {
  readonly code: string
  readonly name: string
  readonly text: string
  readonly items: readonly NamedItem[]
  readonly clause: Clause
}

const clause = '附件2①'

/**
 * 巡查①: what a patrol looks at; the footnote to rule 2.2.1.
 *
 * The plan separates items with the same mark it uses inside them (投诉、报修登记台账 is one register): the cut into items is ours.
 *
 * @source 附件2①
 */
export const patrolSubjects: readonly PatrolSubject[] = [
  {
    code: 'basicRegisters',
    name: '基础管理台账',
    text: '投诉、报修登记台账、外来人员、车辆进出登记台账、保洁、绿化及消杀台账、保安日常巡逻记录、小区各类应急预案、设施设备值班、巡查记录、电梯日常管理及事故处理台账、联合执法进小区台账等',
    items: [
      { code: 'complaintsAndRepairs', name: '投诉、报修登记台账' },
      { code: 'visitorsAndVehicles', name: '外来人员、车辆进出登记台账' },
      { code: 'cleaningGreeningDisinfection', name: '保洁、绿化及消杀台账' },
      { code: 'guardRounds', name: '保安日常巡逻记录' },
      { code: 'emergencyPlans', name: '小区各类应急预案' },
      { code: 'facilityDutyAndRounds', name: '设施设备值班、巡查记录' },
      { code: 'liftManagementAndAccidents', name: '电梯日常管理及事故处理台账' },
      { code: 'jointEnforcement', name: '联合执法进小区台账' },
    ],
    clause,
  },
  {
    code: 'facilities',
    name: '设施设备管理',
    text: '消控室、消防泵房、电梯机房、风机房等',
    items: [
      { code: 'fireControlRoom', name: '消控室' },
      { code: 'firePumpRoom', name: '消防泵房' },
      { code: 'liftMachineRoom', name: '电梯机房' },
      { code: 'fanRoom', name: '风机房' },
    ],
    clause,
  },
  {
    code: 'siteOrder',
    name: '现场环境秩序',
    text: '要求公示内容公示情况、门岗管理和卫生情况、保洁卫生情况、绿化管养情况、楼道整治情况、非机动车停放管理情况',
    items: [
      { code: 'requiredPublicity', name: '要求公示内容公示情况' },
      { code: 'gate', name: '门岗管理和卫生情况' },
      { code: 'cleaning', name: '保洁卫生情况' },
      { code: 'greening', name: '绿化管养情况' },
      { code: 'stairwells', name: '楼道整治情况' },
      { code: 'bicycles', name: '非机动车停放管理情况' },
    ],
    clause,
  },
]
