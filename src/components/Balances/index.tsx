import { Text, View } from '@tarojs/components'
import { Press } from '../Press'
import './style.scss'

export type Balance = {
  key: string
  label: string
  /** 95.5 分: as it is read. */
  words: string
  note?: string
  /** What was lost of the mark and gained on it, one figure for each name of `parts`, below zero where it was lost. */
  changes: readonly number[]
}

type BalancesProps = {
  rows: readonly Balance[]
  /** 100: what everybody begins with, where the line stands. */
  mark: string
  /** Names of the pieces (≤ 3). */
  parts: readonly string[]
  signed: (value: number) => string
  onOpen?: (key: string) => void
  /** Which row stands open beside them on a wide screen. */
  open?: string
}

/** Lost to the left of the line, gained to the right: two that are near each other can be told apart, as bars that begin at 0 could not. */
export function Balances({ rows, mark, parts, signed, onOpen, open }: BalancesProps) {
  const sumOf = ({ changes }: Balance, sign: 1 | -1) => changes.reduce((sum, change) => sum + Math.max(0, sign * change), 0)
  const most = Math.max(0, ...rows.flatMap((row) => [sumOf(row, -1), sumOf(row, 1)]))
  const width = (value: number) => `${most === 0 ? 0 : ((Math.abs(value) / most) * 100).toFixed(2)}%`
  const pieces = ({ changes }: Balance, sign: 1 | -1) =>
    changes.map((change, index) => (sign * change > 0 ? <View key={parts[index]} className={`balances__fill balances__fill--${index}`} style={{ width: width(change) }} /> : null))
  return (
    <View className='balances'>
      <View className='balances__legend' ariaHidden>
        {parts.map((part, index) => <View key={part} className='balances__part'><View className={`balances__swatch balances__fill--${index}`} /><Text>{part}</Text></View>)}
      </View>
      <View className='balances__marks' ariaHidden><Text>扣分</Text><Text>{mark}</Text><Text>加分</Text></View>
      {rows.map((row) => {
        const [lost, gained] = [sumOf(row, -1), sumOf(row, 1)]
        const moved = [lost > 0 && `扣 ${signed(lost)}`, gained > 0 && `加 ${signed(gained)}`].filter(Boolean).join('，') || '没有扣分'
        const label = [row.label, row.words, moved, row.note].filter(Boolean).join('，')
        const inside = (
          <>
            <View className='balances__head'><Text className='balances__label'>{row.label}</Text><Text className='balances__words'>{row.words}</Text></View>
            <View className='balances__track'>
              <View className='balances__side balances__side--lost'>{pieces(row, -1)}</View>
              <View className='balances__side'>{pieces(row, 1)}</View>
            </View>
            <View className='balances__note'><Text>{moved}</Text></View>
            {row.note && <View className='balances__note'><Text>{row.note}</Text></View>}
          </>
        )
        return onOpen
          ? <Press key={row.key} className={`balances__row split-row ${row.key === open ? 'split-row--on' : ''}`} label={`${label}，点按查看明细`} onPress={() => onOpen(row.key)}>{inside}</Press>
          : <View key={row.key} className='balances__row' ariaRole='img' ariaLabel={label}>{inside}</View>
      })}
    </View>
  )
}
