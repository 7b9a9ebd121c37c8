import { RATING, type Rating } from '@/labels/followUp'

const STEPS = Object.keys(RATING).length

/** 平均 4.2（满意），12 人评: of a sum and a count, rounded here and nowhere else. */
export function meanWords({ sum, count }: { sum: number; count: number }): string {
  const tenths = Math.round((sum * 10) / count)
  const nearest = Math.min(STEPS, Math.max(1, Math.round(sum / count))) as Rating
  return `平均 ${Math.floor(tenths / 10)}.${tenths % 10} 分（满分 ${STEPS} 分，${RATING[nearest]}），${count} 人评`
}
