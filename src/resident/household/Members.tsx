import { useState } from 'react'
import type { Actions } from '../../../types/api'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { Notice } from '@/components/Notice'
import { Place } from '@/components/Place'
import { Refusal } from '@/components/Refusal'
import { Section } from '@/components/Section'
import { dayOf } from '@/domainViews/momentWords'
import { PROOF, RELATION } from '@/labels/household'
import { confirm } from '@/services/confirm'
import { useSend } from '@/services/useAction'
import { useNow } from '@/services/useNow'

type Member = Actions['readHousehold']['reply']['members'][number]

/** 家人 1, 家人 2 …: how many and since when, never who. */
export function Members({ householdId, members }: { householdId: string; members: readonly Member[] }) {
  const now = useNow(60_000)
  const { send, sending, trouble } = useSend('removeMember')
  const [isRemoved, setRemoved] = useState(false)
  async function remove(memberId: string, name: string) {
    const sure = await confirm({ title: `移除${name}？`, words: '移除后不能再替这一户办事，会收到一条消息。弄错了可以再邀请。', yes: '移除', danger: true })
    if (!sure) return
    setRemoved(false)
    setRemoved((await send({ householdId, memberId })).ok)
  }
  return (
    <Section title={`绑定了 ${members.length} 人`} note='为保护隐私，这里不显示姓名，按绑定先后排列。'>
      <Place>
        {trouble && <Refusal words={trouble.words} />}
        {isRemoved && <Notice tone='good' words='已移除，对方会收到一条消息。' />}
      </Place>
      <Card flush>
        {members.map(({ id, mine, relation, since, by, removable }, index) => {
          const name = `家人 ${index + 1}`
          return (
            <Cell
              key={id}
              icon='user'
              title={mine ? `${name}（我）` : name}
              note={`${RELATION[relation].words} · ${dayOf(since, now)}${PROOF[by]}绑定`}
              value={removable ? <Button inline kind='quiet' words={`移除${name}`} disabled={sending} onPress={() => void remove(id, name)} /> : undefined}
            />
          )
        })}
      </Card>
    </Section>
  )
}
