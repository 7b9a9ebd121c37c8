import { useState } from 'react'
import { View } from '@tarojs/components'
import type { PhotoState } from '../../../domain/privacy/photoCheck'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { ReasonChips } from '@/components/ReasonChips'
import { Refusal } from '@/components/Refusal'
import { TextInput } from '@/components/TextInput'
import { REASONS } from '@/labels/office'
import { useSend } from '@/services/useAction'

type DecidePhotoProps = { photoId: string; state: PhotoState; label: string }
const REASON_MAX = 200

/** 公开或不公开. A reason wherever the office takes something away, or says otherwise than WeChat did. */
export function DecidePhoto({ photoId, state, label }: DecidePhotoProps) {
  const [wanted, setWanted] = useState<'publish' | 'hide'>()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState('')
  const { send, sending, trouble } = useSend('decidePhoto')
  const give = (words: string) => {
    setMissing('')
    setReason(words)
  }
  async function decide(publish: boolean) {
    if (wanted && reason.trim() === '') return setMissing('请写明理由')
    if ((await send({ photoId, publish, reason: reason.trim() })).ok) setWanted(undefined)
  }
  const publish = () => (state === 'risky' ? setWanted('publish') : void decide(true))
  if (!wanted)
    return (
      <>
        {trouble && <Refusal words={trouble.words} />}
        <View className='photo-card__acts'>
          {state !== 'risky' && <Button kind='secondary' words='不公开' disabled={sending} onPress={() => setWanted('hide')} />}
          {state !== 'passed' && <Button kind={state === 'unchecked' ? 'primary' : 'secondary'} words='公开' sending={sending} onPress={publish} />}
        </View>
      </>
    )
  const isPublish = wanted === 'publish'
  return (
    <View className='photo-card__reason'>
      <Field label={isPublish ? '为什么可以公开' : '为什么不公开'} error={missing || undefined}>
        <TextInput label={`${label}：${isPublish ? '为什么可以公开' : '为什么不公开'}`} value={reason} lengthMax={REASON_MAX} onChange={give} />
        <ReasonChips templates={isPublish ? REASONS.publishPhoto : REASONS.hidePhoto} onPick={give} />
      </Field>
      {trouble && <Refusal words={trouble.words} />}
      <View className='photo-card__acts'>
        <Button kind='secondary' words='先不改' disabled={sending} onPress={() => setWanted(undefined)} />
        <Button kind={isPublish ? 'primary' : 'danger'} words={isPublish ? '公开这张' : '不公开这张'} sending={sending} onPress={() => void decide(isPublish)} />
      </View>
    </View>
  )
}
