import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { Edition, RedPropertyItem } from '../../../domain/rulebook/edition'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { Press } from '@/components/Press'
import { Section } from '@/components/Section'
import { Stepper } from '@/components/Stepper'
import { TextInput } from '@/components/TextInput'
import { pointsText } from '@/domainViews/pointsText'
import { itemsOf, NO_MARK, tallyOf, wrongWith, type Mark } from './redPropertyDraft'
import './style.scss'

const HALF_A_POINT = 50

type RedPropertyMarksProps = { edition: Edition; marks: Record<string, Mark>; asked: boolean; onMark: (code: string, mark: Mark) => void }

/** The six parts, one at a time. */
export function RedPropertyMarks({ edition, marks, asked, onMark }: RedPropertyMarksProps) {
  const { parts } = edition.redProperty
  const [open, setOpen] = useState(parts[0]!.code)
  const part = parts.find(({ code }) => code === open) ?? parts[0]!
  const next = parts[parts.indexOf(part) + 1]
  return (
    <>
      <Choice
        label='部分' value={part.code} onChange={setOpen}
        options={parts.map((each) => {
          const { points, scored, items, wrong } = tallyOf(itemsOf(each), marks)
          return { value: each.code, label: each.name, hint: `${pointsText(points)} / ${pointsText(each.points)} 分 · ${wrong === 0 ? `${items} 项都评好了` : `已评 ${scored}/${items} 项${asked ? `，还差 ${wrong} 项` : ''}`}` }
        })}
      />
      {part.sections.map(({ content, items }, index) => (
        <Section key={content} title={`${part.name}（${index + 1}）`} note={content}>
          {items.map((item) => <Item key={item.code} item={item} mark={marks[item.code] ?? NO_MARK} asked={asked} onMark={onMark} />)}
        </Section>
      ))}
      {next && <Button kind='secondary' icon='arrowRight' words={`接着评：${next.name}`} onPress={() => setOpen(next.code)} />}
    </>
  )
}

function Item({ item: { code, text, maxPoints }, mark, asked, onMark }: { item: RedPropertyItem; mark: Mark; asked: boolean; onMark: RedPropertyMarksProps['onMark'] }) {
  const wrong = asked ? (wrongWith(mark) ?? undefined) : undefined
  return (
    <Field label={text} error={wrong}>
      <View className='marks__points'>
        <Stepper label={text} step={HALF_A_POINT} max={maxPoints} value={mark.points} words={(points) => `${pointsText(points)} 分`} onChange={(points) => onMark(code, { ...mark, points })} />
        <Press className={`marks__full ${mark.points === maxPoints ? 'marks__full--given' : ''}`} label={`${text}给满分`} disabled={mark.points === maxPoints} onPress={() => onMark(code, { ...mark, points: maxPoints })}><Text>{`满分 ${pointsText(maxPoints)} 分`}</Text></Press>
      </View>
      <TextInput label={`${text}的依据`} placeholder='依据：看了什么、在哪里' lengthMax={500} value={mark.evidence} onChange={(evidence) => onMark(code, { ...mark, evidence })} />
    </Field>
  )
}
