import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { Press } from '@/components/Press'
import { Segments } from '@/components/Segments'
import { grownMark, movedMark, placedMark, type Mark } from './marks'
import type { Marks } from './useMarks'
import './style.scss'

const PLACES = ['左上', '上方', '右上', '左边', '正中', '右边', '左下', '下方', '右下'] as const
const STEPS = { big: 50, small: 10 } as const
type Step = keyof typeof STEPS

/** What each button does to the mark that is taken up, in thousandths of the photo. */
const DEEDS: readonly { readonly words: string; readonly deed: (mark: Mark, step: number) => Mark }[] = [
  { words: '左移', deed: (mark, step) => movedMark(mark, -step, 0) },
  { words: '右移', deed: (mark, step) => movedMark(mark, step, 0) },
  { words: '上移', deed: (mark, step) => movedMark(mark, 0, -step) },
  { words: '下移', deed: (mark, step) => movedMark(mark, 0, step) },
  { words: '变宽', deed: (mark, step) => grownMark(mark, step, 0) },
  { words: '变窄', deed: (mark, step) => grownMark(mark, -step, 0) },
  { words: '变高', deed: (mark, step) => grownMark(mark, 0, step) },
  { words: '变矮', deed: (mark, step) => grownMark(mark, 0, -step) },
]

/** The same as drawing, by buttons: put one somewhere, then move and size it in steps. */
export function MarkButtons({ marks: { marks, chosen, choose, add, alter, remove, undo } }: { marks: Marks }) {
  const [step, setStep] = useState<Step>('big')
  return (
    <>
      <View className='redact-acts'>
        <Button kind='secondary' icon='undo' words='撤销一步' disabled={!undo} onPress={() => undo?.()} />
        <Button kind='secondary' icon='trash' words='删除这块' disabled={chosen < 0} onPress={remove} />
      </View>
      {marks.length > 1 && <Choice label='选一块来调整' form='chips' value={String(chosen)} onChange={(value) => choose(Number(value))} options={marks.map((_, index) => ({ value: String(index), label: `第 ${index + 1} 块` }))} />}
      {chosen >= 0 && (
        <Field label='调整这块'>
          <Segments label='每一步多大' items={[{ value: 'big', words: '大步' }, { value: 'small', words: '小步' }]} value={step} onChange={setStep} />
          <View className='redact-grid redact-grid--four'>
            {DEEDS.map(({ words, deed }) => <Press key={words} className='redact-grid__button' label={`第 ${chosen + 1} 块${words}`} onPress={() => alter((mark) => deed(mark, STEPS[step]))}><Text>{words}</Text></Press>)}
          </View>
        </Field>
      )}
      <Field label='用按钮加一块' hint='不方便划的，点它在照片里的大致位置，再调整。'>
        <View className='redact-grid'>
          {PLACES.map((words, ninth) => <Press key={words} className='redact-grid__button' label={`在${words}加一块`} onPress={() => add(placedMark(ninth))}><Text>{words}</Text></Press>)}
        </View>
      </Field>
    </>
  )
}
