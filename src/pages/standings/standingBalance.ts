import type { Actions } from '../../../types/api'
import type { Balance } from '@/components/Balances'
import { pointsText, scoreText } from '@/domainViews/pointsText'
import { TIE_BREAK } from '@/labels/scoring'

type Standing = Actions['readStandings']['reply']['standings'][number]
export type Weights = { readonly longTermPercent: number; readonly propertyPercent: number }
type Full = Weights & { readonly fullPoints: number }

/** One row of the standings: what each part lost of the full points or gained on them, weighed as in the composite, and how far ahead of the next. */
export function standingBalance(standing: Standing, { longTermPercent, propertyPercent, fullPoints }: Full, myEstateId: string | null): Balance {
  const { estateId, estateName, rank, longTermPoints, propertyPoints, bonusPoints, compositePoints } = standing
  return {
    key: estateId,
    label: `${rank} · ${estateName}${estateId === myEstateId ? '（我的小区）' : ''}`,
    words: `${scoreText(compositePoints)} 分`,
    changes: [share(longTermPoints - fullPoints, longTermPercent), share(propertyPoints - fullPoints, propertyPercent), ...(bonusPoints > 0 ? [bonusPoints] : [])],
    note: noteOf(standing),
  }
}

const share = (points: number, percent: number): number => (points * percent) / 100

function noteOf({ longTermPoints, propertyPoints, bonusPoints, marginPoints, decidedBy, overdue }: Standing): string {
  const parts = [`长效 ${pointsText(longTermPoints)}`, `物业 ${pointsText(propertyPoints)}`]
  if (bonusPoints !== 0) parts.push(`创建加 ${pointsText(bonusPoints)}`)
  if (overdue > 0) parts.push(`超时 ${overdue} 件`)
  if (decidedBy) parts.push(TIE_BREAK[decidedBy])
  if (marginPoints !== null) parts.push(marginPoints === 0 ? '与后一名同分' : `领先后一名 ${pointsText(marginPoints)} 分`)
  return parts.join(' · ')
}
