import type { RosterColumn } from '../../domain/roster/columns'

/** 怎么填, by column; the example stands on the template's second sheet. */
export const ROSTER_COLUMN = {
  小区: { how: '小区全称，与系统里一样', example: '锦绣花园' },
  楼栋: { how: '只写号码也可以：3、3幢、第三幢、03 都是同一幢', example: '3' },
  单元: { how: '没有单元的空着', example: '2' },
  房号: { how: '房号或门牌号，一格一个，这一列请设成“文本”格式', example: '501' },
  入住情况: { how: '写：有人住、空置、商用或已注销', example: '有人住' },
  手机号: { how: '11 位手机号，几个用顿号隔开；没有的空着', example: '13800000000、13900000000' },
} as const satisfies Record<RosterColumn, { how: string; example: string }>
