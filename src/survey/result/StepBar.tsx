import { Text, View } from '@tarojs/components'
import { NOT_MET, STEPS } from '../../../domain/survey/questionnaire'
import { ANSWER } from '@/labels/survey'
import './style.scss'

type StepBarProps = {
  title: string
  /** 满意 83.02%（220 / 265）. */
  words: string
  /** Ballots by step, best first. */
  steps: readonly number[]
  notMet: number
}

const KINDS = [...STEPS, NOT_MET] as const

/** One question: its answers as one bar of six pieces, and every number in words. */
export function StepBar({ title, words, steps, notMet }: StepBarProps) {
  const counts = [...steps, notMet]
  const total = counts.reduce((sum, count) => sum + count, 0)
  const told = KINDS.map((kind, index) => ({ kind, count: counts[index] ?? 0 })).filter(({ kind, count }) => count > 0 || kind !== NOT_MET)
  return (
    <View className='step-bar' ariaRole='img' ariaLabel={`${title}${words}。${told.map(({ kind, count }) => `${ANSWER[kind]} ${count} 份`).join('，')}`}>
      <View className='step-bar__title'><Text>{title}</Text></View>
      <View className='step-bar__words'><Text>{words}</Text></View>
      <View className='step-bar__track'>
        {told.map(({ kind, count }) => count > 0 && <View key={kind} className={`step-bar__piece step-bar__piece--${kind}`} style={{ width: `${((count * 100) / total).toFixed(2)}%` }} />)}
      </View>
      <View className='step-bar__counts'>
        {told.map(({ kind, count }) => <View key={kind} className='step-bar__count'><View className={`step-bar__swatch step-bar__piece--${kind}`} /><Text>{`${ANSWER[kind]} ${count}`}</Text></View>)}
      </View>
    </View>
  )
}
