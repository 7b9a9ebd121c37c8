import { useState } from 'react'
import { Button } from '@/components/Button'
import { Refusal } from '@/components/Refusal'
import { confirm } from '@/services/confirm'
import { onceKey } from '@/services/onceKey'
import { useSend } from '@/services/useAction'
import type { Household } from './HouseholdRow'
import { Slip, type IssuedCode } from './Slip'

type IssueCodeProps = { household: Household; issued: IssuedCode | undefined; onIssued: (issued: IssuedCode) => void }

/** 发绑定码: seen this once, so it is printed, copied or written down before the page is left. */
export function IssueCode({ household: { id, label, slip }, issued, onIssued }: IssueCodeProps) {
  const [key, setKey] = useState(onceKey)
  const { send, sending, trouble } = useSend('issueCode', { refreshes: ['listHouseholds', 'listHouseholdActs'] })
  const isReplacing = slip !== null && !slip.isSpent
  async function issue() {
    const words = `${label}。${isReplacing ? '以前发的绑定码还没有用，会马上作废。' : '已经绑定的人不受影响。'}绑定码只显示这一次。`
    if (!(await confirm({ title: '发新的绑定码？', words, yes: '发码' }))) return
    const sent = await send({ key, householdId: id })
    if (!sent.ok) return
    onIssued(sent.value)
    setKey(onceKey())
  }
  return (
    <>
      {issued && <Slip issued={issued} />}
      {trouble && <Refusal words={trouble.words} />}
      <Button kind={issued ? 'quiet' : 'primary'} icon='keyRound' words={issued ? '写错了？再发一个' : slip ? '发新的绑定码' : '发绑定码'} sending={sending} sendingWords='正在发码…' onPress={() => void issue()} />
    </>
  )
}
