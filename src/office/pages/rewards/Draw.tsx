import { Text, View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Field } from '@/components/Field'
import { Icon } from '@/components/Icon'
import { Press } from '@/components/Press'
import { Refusal } from '@/components/Refusal'
import { Section } from '@/components/Section'
import { TextArea } from '@/components/TextArea'
import type { Rewards } from '@/domainViews/RewardsView'
import { confirm } from '@/services/confirm'
import { useDraft } from '@/services/draft'
import { useSend } from '@/services/useAction'
import { lotsOf } from './lotsOf'
import './style.scss'

/** 登记抽签: the drawn order, by moving each up or down. A further draw keeps what was drawn before. */
export function Draw({ rewards: { year, standings, undecidedTie }, onDone }: { rewards: Rewards; onDone: (words: string) => void }) {
  const [draft, change, clear] = useDraft(`draw:${year}:${undecidedTie.join('+')}`, { order: lotsOf(standings, undecidedTie), note: '' })
  const { send, sending, trouble } = useSend('recordDraw')
  const nameOf = (id: string) => standings.find(({ estateId }) => estateId === id)?.estateName ?? ''
  const others = standings.map(({ estateId }) => estateId).filter((id) => !draft.order.includes(id))
  const swap = (index: number) => change({ order: draft.order.map((id, place) => (place === index ? draft.order[index + 1]! : place === index + 1 ? draft.order[index]! : id)) })
  const record = async () => {
    const names = draft.order.map((id, index) => `${index + 1}. ${nameOf(id)}`).join('，')
    if (!(await confirm({ title: '登记抽签结果', words: `${names}。登记后先后不能更改。`, yes: '登记' }))) return
    if (!(await send({ year, order: draft.order, note: draft.note.trim() })).ok) return
    clear()
    onDone('抽签结果已登记')
  }
  return (
    <Section title='登记抽签结果' note='按抽到的先后排列，抽在前面的名次在前。登记后先后不能再改；以后又有同分的，再抽一次，原来抽定的先后不变。'>
      <Card flush>
        {draft.order.map((id, index) => (
          <View key={id} className='draw__row'>
            <Text className='draw__name'>{`${index + 1}. ${nameOf(id)}`}</Text>
            <Press className={`draw__move ${index === 0 ? 'draw__move--off' : ''}`} label={`${nameOf(id)}往前移`} disabled={index === 0} onPress={() => swap(index - 1)}><Icon name='arrowUp' /></Press>
            <Press className={`draw__move ${index === draft.order.length - 1 ? 'draw__move--off' : ''}`} label={`${nameOf(id)}往后移`} disabled={index === draft.order.length - 1} onPress={() => swap(index)}><Icon name='arrowDown' /></Press>
          </View>
        ))}
      </Card>
      {others.length > 0 && <Button kind='quiet' icon='plus' words='把其他小区也排进去' onPress={() => change({ order: [...draft.order, ...others] })} />}
      <Field label='抽签说明' hint='时间、地点、见证人'>
        <TextArea label='抽签说明' value={draft.note} onChange={(note) => change({ note })} />
      </Field>
      {trouble && <Refusal words={trouble.words} />}
      <Button words='登记抽签结果' sending={sending} disabled={draft.note.trim() === '' || draft.order.length < 2} onPress={() => void record()} />
    </Section>
  )
}
