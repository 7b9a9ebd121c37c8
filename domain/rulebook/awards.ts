import type { AwardTier, Decisions } from './edition'
import { fen } from './units'

/** 2024元: the amount that may stand for 2000 in the source text (decision D14). */
const asWritten = fen(2024)
const corrected = fen(2000)

/** The doubtful amount as the plan writes it and as it may have been meant. Yuan in fen. @source 补充规定 D14 */
export const doubtfulAmount = { asWritten, corrected } as const satisfies Record<Decisions['prizeAmounts'], number>

/**
 * 以奖代补档次: four tiers, amounts per award in fen. Red Property stands beside the three prizes, not below them.
 *
 * @source 附件4
 */
export const awards: readonly AwardTier[] = [
  { id: 'first', name: '一等奖', text: '一等奖（2名）3000/名', places: 2, amountFen: fen(3000), clause: '附件4' },
  { id: 'second', name: '二等奖', text: '二等奖（2名）2024/名', places: 2, amountFen: asWritten, clause: '附件4' },
  { id: 'third', name: '三等奖', text: '三等奖（2名）1000/名', places: 2, amountFen: fen(1000), clause: '附件4' },
  { id: 'redProperty', name: '“红色物业”', text: '“红色物业”（1个）2024/个', places: 1, amountFen: asWritten, clause: '附件4' },
]

/** 备注: who is paid, by which sheet, and who signs for it. @source 附件4 */
export const payoutNote = {
  text: '须物业制表奖励到个人，领取表由镇审核后发放，领取人为小区负责人。',
  clause: '附件4备注',
} as const
