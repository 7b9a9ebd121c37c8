import { UNDECIDED, type Edition, type FindingKind, type Level } from '../../../domain/rulebook/edition'
import { pointsText } from '../pointsText'

/** 反复、重点预告: how often this month, and what the next report would cost. Every number is the edition's. */
export function forecastWords(edition: Edition, level: Level, monthCount: number): string | null {
  if (monthCount < 1) return null
  const { recurrentAt, keyAbove } = edition.recurrence
  const costs = (kind: FindingKind) => {
    const points = edition.findings[kind].points[level]
    return points === UNDECIDED ? '扣分（分值未定）' : `扣 ${pointsText(points)} 分`
  }
  const count = `同一问题本月第 ${monthCount} 次`
  if (monthCount < recurrentAt) return `${count}；到第 ${recurrentAt} 次，经考核办确认将按反复性案卷${costs('recurrent')}。`
  if (monthCount <= keyAbove) return `${count}，已达到反复性案卷，经考核办确认${costs('recurrent')}；再有一次就超过 ${keyAbove} 次，将按重点问题${costs('keyProblem')}。`
  return `${count}，已超过 ${keyAbove} 次，列为重点问题，经考核办确认${costs('keyProblem')}，须现场核查后才能办结。`
}
