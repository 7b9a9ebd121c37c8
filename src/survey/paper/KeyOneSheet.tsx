import { useEffect, useRef, useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { Pattern } from '../../../domain/survey/answers'
import type { Question } from '../../../domain/survey/questionnaire'
import { ActionBar } from '@/components/ActionBar'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { Digits } from './Digits'
import { SheetCells } from './SheetCells'
import { withDigit } from './keyedDraft'
import './style.scss'

type KeyOneSheetProps = {
  number: number; count: number; questions: readonly Question[]; sheet: Pattern; isAgain: boolean; isFromCheck: boolean
  onSheet: (sheet: Pattern) => void; onNext: () => void; onPrevious?: () => void; onLeave: () => void
}
type Key = { key: string; preventDefault: () => void; target: unknown; currentTarget: unknown }
type Focusable = { focus?: () => void } | null

/** 第 k 份: a digit a question by a large button, or by a keyboard: 5 to 1 and 0, Backspace back, Enter on. */
export function KeyOneSheet({ number, count, questions, sheet, isAgain, isFromCheck, onSheet, onNext, onPrevious, onLeave }: KeyOneSheetProps) {
  const [place, setPlace] = useState(sheet.length)
  const [seen, setSeen] = useState(number)
  const pad = useRef<Focusable>(null)
  if (seen !== number) {
    setSeen(number)
    setPlace(sheet.length)
  }
  useEffect(() => pad.current?.focus?.(), [number])
  const isWhole = sheet.length >= questions.length
  const question = questions[place]
  function digit(value: number) {
    if (!question || (value === 0 && place === 0)) return
    onSheet(withDigit(sheet, place, value))
    setPlace(place + 1)
  }
  const back = () => setPlace(Math.max(0, place - 1))
  const keyboard = process.env.TARO_ENV === 'h5' && {
    tabIndex: 0,
    onKeyDown: (event: Key) => {
      if (/^[0-5]$/.test(event.key)) digit(Number(event.key))
      else if (event.key === 'Backspace') back()
      else if (event.key === 'Enter' && event.target === event.currentTarget && isWhole) onNext()
      else return
      event.preventDefault()
    },
  }
  return (
    <View className='key-sheet' ref={pad} ariaRole='group' ariaLabel={`第 ${number} 份，共 ${count} 份`} {...keyboard}>
      <View className='key-sheet__head' ariaLive='polite'><Text>{`第 ${number} 份，共 ${count} 份`}</Text></View>
      {isAgain && sheet === '' && number === 1 && <Notice words='这部手机上没有您上次录的，请从头录。' />}
      <SheetCells questions={questions} sheet={sheet} place={place} onPlace={setPlace} />
      <View className='key-sheet__question'><Text>{question ? `第 ${place + 1} 题：${question.text}` : '这一份录完了，请对照原件看一遍上面的数字。'}</Text></View>
      <Digits isFirst={place === 0} isOff={!question} value={question ? sheet[place] : undefined} onDigit={digit} />
      <ActionBar>
        {place > 0 ? <Button kind='secondary' words='上一题' onPress={back} /> : <Button kind='secondary' words={onPrevious ? '上一份' : '返回'} onPress={onPrevious ?? onLeave} />}
        <Button words={isFromCheck || number === count ? '看录好的' : `下一份（第 ${number + 1} 份）`} disabled={!isWhole} onPress={onNext} />
      </ActionBar>
    </View>
  )
}
