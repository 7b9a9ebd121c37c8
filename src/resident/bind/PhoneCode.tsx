import { useState } from 'react'
import { readMobile } from '../../../domain/household/phone'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { TextInput } from '@/components/TextInput'
import { WeChatButton } from '@/components/WeChatButton'
import { useConsent } from '@/services/privacy/useConsent'

type PhoneCodeProps = { sending: boolean; onCode: (code: string) => void }
type PhoneAnswer = { detail: { code?: string } }

/** WeChat hands out a code for the number, on a tap on its own button and nowhere else; the number itself never passes through the phone's program. */
export function PhoneCode({ sending, onCode }: PhoneCodeProps) {
  const { given, ask } = useConsent('phone')
  const [declined, setDeclined] = useState(false)
  if (!given) return <Button kind='secondary' icon='phone' words='用登记的手机号绑定' onPress={() => void ask()} />
  if (process.env.TARO_ENV === 'h5') return <TypedPhone sending={sending} onCode={onCode} />
  const heard = ({ detail: { code } }: PhoneAnswer) => {
    setDeclined(!code)
    if (code) onCode(code)
  }
  return (
    <>
      <WeChatButton openType='getPhoneNumber' words={sending ? '正在查找…' : '让微信提供手机号'} disabled={sending} onPhone={heard} />
      {declined && <Notice tone='neutral' words='没有取得手机号，什么也没有绑定。想绑定的话，请再点一次并选“允许”，或改用纸条上的绑定码。' />}
    </>
  )
}

/** A browser has no such button: the local cloud takes a number that is typed as one that WeChat has vouched for. */
function TypedPhone({ sending, onCode }: PhoneCodeProps) {
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState('')
  function go() {
    const mobile = readMobile(typed)
    if (mobile) onCode(`phone-${mobile}`)
    else setWrong('请输入 11 位手机号')
  }
  return (
    <>
      <Field label='手机号' hint='浏览器里没有微信的手机号按钮，在本机试用时由您输入' error={wrong || undefined}>
        <TextInput label='手机号' kind='number' lengthMax={11} value={typed} onChange={(next) => { setWrong(''); setTyped(next) }} onDone={go} />
      </Field>
      <Button words='用这个号码绑定' sending={sending} sendingWords='正在查找…' onPress={go} />
    </>
  )
}
