import { useState } from 'react'
import type { Actions } from '../../../types/api'
import type { Relation } from '../../../domain/household/members'
import { Card } from '@/components/Card'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { Refusal } from '@/components/Refusal'
import { useSend } from '@/services/useAction'
import type { MyHousehold } from './Bound'
import { PhoneCode } from './PhoneCode'

type Offered = Actions['bindByPhone']['reply']['choose']
type PhoneFormProps = { relation: Relation; onBound: (household: MyHousehold) => void }

/** By the number the roster has for a household; where it has several, the person says which. */
export function PhoneForm({ relation, onBound }: PhoneFormProps) {
  const [offered, setOffered] = useState<Offered>([])
  const [chosen, setChosen] = useState<string>()
  const { send, sending, trouble } = useSend('bindByPhone')

  async function bind(request: Actions['bindByPhone']['request']) {
    const sent = await send({ ...request, relation })
    if (!sent.ok) return
    if (sent.value.household) onBound(sent.value.household)
    else setOffered(sent.value.choose)
  }
  function choose(householdId: string) {
    setChosen(householdId)
    void bind({ householdId })
  }

  return (
    <Card>
      {offered.length > 0 ? (
        <Field label='这个号码登记了几户，是哪一户？'>
          <Choice label='是哪一户' value={chosen} onChange={choose} options={offered.map(({ id, estateName, label }) => ({ value: id, label: `${estateName} ${label}`, disabled: sending }))} />
        </Field>
      ) : (
        <PhoneCode sending={sending} onCode={(phoneCode) => void bind({ phoneCode })} />
      )}
      {trouble && <Refusal words={trouble.words} />}
    </Card>
  )
}
