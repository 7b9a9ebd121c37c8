import { useEffect, useRef, useState } from 'react'
import { Text, View } from '@tarojs/components'
import { NOT_MET, STEPS, type Question } from '../../../domain/survey/questionnaire'
import { Choice } from '@/components/Choice'
import { Heading } from '@/components/Heading'
import { ANSWER } from '@/labels/survey'
import './style.scss'

/** One sees what was tapped before the next question comes; and a finger that taps twice has not answered that one too. */
const SEEN_MS = 250

type QuestionStepProps = { question: Question; isFirst: boolean; answer: number | null; onAnswer: (answer: number) => void }

/** One question, its answers large and below each other. The overall question has no 没接触过. */
export function QuestionStep({ question, isFirst, answer, onAnswer }: QuestionStepProps) {
  const [tapped, setTapped] = useState<number | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  function choose(value: string) {
    if (tapped !== null) return
    setTapped(Number(value))
    timer.current = setTimeout(() => {
      setTapped(null)
      onAnswer(Number(value))
    }, SEEN_MS)
  }
  const shown = tapped ?? answer
  const options = (isFirst ? STEPS : [...STEPS, NOT_MET] as const).map((step) => ({ value: String(step), label: ANSWER[step] }))
  return (
    <View className='ballot-question'>
      <View ariaLive='polite'><Heading className='ballot-question__words'><Text>{question.text}</Text></Heading></View>
      <Choice label={question.text} value={shown === null ? null : String(shown)} options={options} onChange={choose} />
    </View>
  )
}
