import type { HouseholdStatus } from '../household/status'

/** 入住情况 as people write it. */
const WORDS: Readonly<Record<HouseholdStatus, readonly string[]>> = {
  occupied: ['有人住', '入住', '已入住', '常住', '自住', '居住', '在住', '出租', '租住', '有人'],
  vacant: ['空置', '空关', '空房', '空', '未入住', '无人住', '无人', '没人住', '未装修'],
  business: ['商用', '商铺', '商业', '店铺', '办公', '经营'],
  removed: ['已注销', '注销', '已拆除', '拆除', '已合并'],
}
const STATUS_OF = new Map(Object.entries(WORDS).flatMap(([status, words]) => words.map((word) => [word, status as HouseholdStatus] as const)))

export const readStatus = (text: string): HouseholdStatus | null => STATUS_OF.get(text.replace(/\s/g, '')) ?? null
