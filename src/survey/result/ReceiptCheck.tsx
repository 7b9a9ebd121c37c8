import { useState } from 'react'
import { codeLetters } from '../../../domain/household/readCode'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { TextInput } from '@/components/TextInput'
import { ownReceipts } from '../keptBallots'

type ReceiptCheckProps = { surveyId: string; receipts: readonly string[] }

/** 回执 in the published list or not: this phone's own at once, any other typed. */
export function ReceiptCheck({ surveyId, receipts }: ReceiptCheckProps) {
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  const [own] = useState(() => ownReceipts(surveyId))
  const known = new Set(receipts.map(codeLetters))
  const isIn = (receipt: string) => known.has(codeLetters(receipt))
  return (
    <Card>
      {own.map((receipt) => <Found key={receipt} whose='这部手机的回执' receipt={receipt} isIn={isIn(receipt)} />)}
      <Field label={own.length > 0 ? '查另一个回执' : '输入您的回执'} hint='答完时给的 10 位字母和数字。大小写、空格都没关系'>
        <TextInput label='回执' value={typed} lengthMax={40} placeholder='XXXXX-XXXXX' onChange={(next) => { setTyped(next); setAsked('') }} onDone={() => setAsked(typed)} />
      </Field>
      <Button kind='secondary' words='查这个回执' disabled={codeLetters(typed) === ''} onPress={() => setAsked(typed)} />
      {asked !== '' && <Found whose='回执' receipt={asked.trim()} isIn={isIn(asked)} />}
    </Card>
  )
}

const Found = ({ whose, receipt, isIn }: { whose: string; receipt: string; isIn: boolean }) =>
  isIn ? <Notice tone='good' words={`${whose} ${receipt}：在公布的名单里，这一票算进去了。`} />
    : <Notice tone='warn' words={`${whose} ${receipt}：不在公布的名单里。请对照再看一遍；没有看错的，请带着回执找考核办或纪检监督人员查。`} />
