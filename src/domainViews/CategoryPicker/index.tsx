import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { Category, CategoryGroup, Edition } from '../../../domain/rulebook/edition'
import { categoryByCode } from '../../../domain/rulebook/categoryByCode'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Choice } from '@/components/Choice'
import { Empty } from '@/components/Empty'
import { Section } from '@/components/Section'
import { TextInput } from '@/components/TextInput'
import { GROUP } from '@/labels/case'
import { limitWords } from '../limitWords'
import './style.scss'

type CategoryPickerProps = {
  edition: Edition
  value: string | null
  onChange: (code: string) => void
  /** 居民选的类别: said beside it. */
  suggested?: string | null
}

/** 小类: the chosen one with the plan's words; opened, the categories of a group, or of all by what is typed. */
export function CategoryPicker({ edition, value, onChange, suggested }: CategoryPickerProps) {
  const [open, setOpen] = useState(value === null)
  const [looked, setLooked] = useState('')
  const [group, setGroup] = useState<CategoryGroup>(groupOf(edition, value))
  const chosen = value === null ? undefined : categoryByCode(edition, value)
  if (chosen && !open) {
    return (
      <Card>
        <Chosen category={chosen} isSuggested={suggested === chosen.code} />
        <Button kind='secondary' inline icon='pencil' words='换一个类别' onPress={() => setOpen(true)} />
      </Card>
    )
  }
  const fits = (category: Category) => looked.trim() === '' || `${category.name}${category.condition}`.includes(looked.trim())
  const all = [...new Set(edition.categories.map((category) => category.group))]
  const isLooking = looked.trim() !== ''
  const found = edition.categories.filter((category) => fits(category) && (isLooking || category.group === group))
  const groups = all.filter((each) => found.some((category) => category.group === each))
  const choose = (code: string) => {
    setOpen(false)
    setLooked('')
    onChange(code)
  }
  return (
    <View>
      <View className='category__look'><TextInput label='找类别' placeholder='找一找，如“垃圾”“消防”' value={looked} onChange={setLooked} /></View>
      {!isLooking && <Choice label='大类' form='chips' value={group} onChange={setGroup} options={all.map((value) => ({ value, label: GROUP[value] }))} />}
      {groups.length === 0 && <Empty icon='search' title='没有这样的类别' words='换个说法再找，或清空看全部' />}
      {groups.map((each) => (
        <Section key={each} title={GROUP[each]}>
          <Choice label={GROUP[each]} value={value} onChange={choose} options={found.filter((category) => category.group === each).map((category) => ({ value: category.code, label: category.name, hint: `${category.condition}（${limitWords(category.limit)}）` }))} />
        </Section>
      ))}
    </View>
  )
}

/** Most of what is reported is about order and cleaning: there the list opens. */
const groupOf = (edition: Edition, code: string | null): CategoryGroup => (code === null ? undefined : categoryByCode(edition, code)?.group) ?? 'environment'

function Chosen({ category: { name, condition, limit, clause, hazardous }, isSuggested }: { category: Category; isSuggested: boolean }) {
  return (
    <>
      <View className='category__name'><Text>{name}</Text></View>
      <View className='category__line'><Text>{`立案条件：${condition}`}</Text></View>
      <View className='category__line'><Text>{`处置时限：${limitWords(limit)}（${clause}）${hazardous ? ' · 有危险，请先围挡' : ''}`}</Text></View>
      {isSuggested && <View className='category__line'><Text>这是报告人选的类别。</Text></View>}
    </>
  )
}
