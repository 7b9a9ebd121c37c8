import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Relation } from '../../../domain/household/members'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Field } from '@/components/Field'
import { Refusal } from '@/components/Refusal'
import { TextInput } from '@/components/TextInput'
import { useSend } from '@/services/useAction'
import { codeInScan } from './codeInScan'
import { codeReading } from './codeReading'
import type { MyHousehold } from './Bound'
import './style.scss'

type CodeFormProps = { first: string; relation: Relation; onBound: (household: MyHousehold) => void }

/** By the slip from the town or a relative's invitation. What is mistyped is said here, and costs no try. */
export function CodeForm({ first, relation, onBound }: CodeFormProps) {
  const [typed, setTyped] = useState(first)
  const [unread, setUnread] = useState('')
  const { send, sending, trouble, forgive } = useSend('bindHousehold')
  const { shown, fault, missing, code } = codeReading(typed)

  function change(next: string) {
    forgive()
    setUnread('')
    setTyped(next)
  }
  async function scan() {
    const seen = await Taro.scanCode({ scanType: ['qrCode'] }).catch(() => undefined)
    if (!seen) return
    const found = codeInScan(seen)
    if (found === null) setUnread('这不是绑定用的二维码。请扫镇里发的纸条，或照着纸条输入。')
    else change(found)
  }
  async function bind() {
    if (code === null) return setUnread(fault ?? (missing > 0 && typed !== '' ? `还差 ${missing} 位，绑定码一共 10 位` : '请输入纸条或家人给的 10 位绑定码'))
    const sent = await send({ code, relation })
    if (sent.ok) onBound(sent.value.household)
  }

  return (
    <Card>
      <Field label='绑定码' hint='镇里发的纸条上或家人给的 10 位字母和数字，大小写、空格都没关系' error={unread || fault || undefined}>
        <TextInput label='绑定码' value={typed} onChange={change} onDone={() => void bind()} placeholder='比如 XXXXX-XXXXX' lengthMax={40} />
      </Field>
      {shown !== '' && (
        <View className='bind-code' ariaLive='polite' ariaLabel={`读到 ${shown.split('').join(' ')}`}>
          <Text className='bind-code__letters'>{shown}</Text>
          {missing > 0 && !fault && <Text className='bind-code__missing'>{`还差 ${missing} 位`}</Text>}
        </View>
      )}
      {trouble && <Refusal words={trouble.words} />}
      <View className='bind-actions'>
        <Button words='绑定' sending={sending} sendingWords='正在绑定…' onPress={() => void bind()} />
        {process.env.TARO_ENV === 'weapp' && <Button kind='secondary' icon='camera' words='扫纸条上的二维码' disabled={sending} onPress={() => void scan()} />}
      </View>
    </Card>
  )
}
