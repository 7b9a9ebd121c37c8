import type { Actions } from '../../types/api'

type Me = Actions['whoAmI']['reply']

/** 回避, in place of what would be refused. */
export const STANDS_BACK = '您也管理这个小区，请由其他同事处理。'
/** A case may have been in the own estate before. */
export const STANDS_BACK_FROM_CASE = '您管理的小区办过这件案卷，审定请由其他同事处理。'
export const STANDS_BACK_FROM_REWARDS = '您也管理小区，奖励的抽签、分配和确定请由其他同事处理。'

/** Whether somebody manages the estate, and so decides nothing of it whatever else they are. */
export const standsBack = ({ person }: Pick<Me, 'person'>, estateId: string): boolean => person?.grants.some((grant) => grant.role === 'manager' && grant.estateId === estateId) ?? false
/** The estates of which somebody may decide something. */
export const estatesToDecide = ({ estates, person }: Pick<Me, 'estates' | 'person'>): Me['estates'] => estates.filter(({ id }) => !standsBack({ person }, id))
