import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Actions } from '../../../types/api'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { Empty } from '@/components/Empty'
import { Icon } from '@/components/Icon'
import { Refusal } from '@/components/Refusal'
import { Section } from '@/components/Section'
import { TextInput } from '@/components/TextInput'
import { record } from '@/services/privacy/record'
import { useSend } from '@/services/useAction'
import { Agreement } from '../Agreement'
import './style.scss'

type Me = Actions['whoAmI']['reply']
type ChooseEstateProps = { me: Me; onChosen?: () => void }

/** Longer than this, one types a part of the name. */
const SHORT_LIST = 10

/** 选择小区, by town. */
export function ChooseEstate({ me: { person, estates }, onChosen }: ChooseEstateProps) {
  const { send, sending, trouble } = useSend('chooseEstate')
  const [part, setPart] = useState('')
  const shown = estates.filter(({ name }) => name.includes(part.trim()))
  const towns = [...new Set(shown.map(({ townName }) => townName))]
  async function choose(estateId: string) {
    if (!(await send({ estateId })).ok) return
    if (!person) record('agreement', true)
    onChosen?.()
  }
  if (estates.length === 0) return <Empty icon='building' title='还没有可选的小区' words='镇考核办录入小区后，这里就能选了。' />
  return (
    <View className='choose-estate'>
      {!person && <Agreement />}
      {trouble && <Refusal words={trouble.words} />}
      {estates.length > SHORT_LIST && <View className='choose-estate__part'><TextInput label='按名称找小区' placeholder='输入小区名称的一部分' value={part} onChange={setPart} /></View>}
      {shown.length === 0 && <Empty icon='search' title='没有这个名称的小区' words='换个字试试，或联系镇考核办。' />}
      {towns.map((town) => (
        <Section key={town} title={town}>
          <Card flush>
            {shown
              .filter(({ townName }) => townName === town)
              .map(({ id, name }) => (
                <Cell key={id} icon='building' title={name} label={`选择${name}`} value={person?.estateId === id ? <Icon name='check' label='现在的小区' /> : undefined} onPress={sending ? undefined : () => void choose(id)} />
              ))}
          </Card>
        </Section>
      ))}
    </View>
  )
}
