import { useState } from 'react'
import { readSecret } from '../../../domain/survey/secret'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Field } from '@/components/Field'
import { TextInput } from '@/components/TextInput'

/** 改答码 of the phone that answered: with it this one changes the same ballot. What is mistyped is said here, and nothing is sent. */
export function SecretForm({ onSecret }: { onSecret: (secret: string) => void }) {
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState('')
  function go() {
    const secret = readSecret(typed)
    if (secret) onSecret(secret)
    else setWrong(typed.trim() === '' ? '请输入 20 位改答码' : '改答码不对：一共 20 位字母和数字，请对照当时作答的手机再看一遍')
  }
  return (
    <Card>
      <Field label='改答码' hint='在当时作答的手机上，打开这项调查、点“看改答码”。大小写、空格都没关系' error={wrong || undefined}>
        <TextInput label='改答码' value={typed} lengthMax={60} placeholder='XXXXX-XXXXX-XXXXX-XXXXX' onChange={(next) => { setWrong(''); setTyped(next) }} onDone={go} />
      </Field>
      <Button kind='secondary' words='用这个改答码' onPress={go} />
    </Card>
  )
}
