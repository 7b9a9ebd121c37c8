import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { showSecret } from '../../../domain/survey/secret'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { CopyButton } from '@/components/CopyButton'
import { Notice } from '@/components/Notice'
import './style.scss'

/** 改答码, behind a tap: who looks over one's shoulder does not see it. */
export function SecretCard({ secret, onShown }: { secret: string; onShown: () => void }) {
  const [isShown, setShown] = useState(false)
  const shown = showSecret(secret)
  function show() {
    setShown(true)
    onShown()
  }
  if (!isShown) return <Button kind='quiet' icon='keyRound' words='看改答码' onPress={show} />
  return (
    <Card>
      <Notice tone='warn' words='改答码请自己收好，不要给别人。谁有它，谁就能改您家的答案。' />
      <View className='ballot-secret' ariaLabel={`改答码 ${shown.split('').join(' ')}`}><Text>{shown}</Text></View>
      <View className='ballot-note'><Text>换手机、家人想改的时候用。只有这部手机有，丢了谁也找不回来，以已交的答卷为准。</Text></View>
      <View className='ballot-actions'>
        <CopyButton words='复制改答码' text={() => shown} done='改答码已复制' />
        <Button kind='quiet' icon='eyeOff' words='收起来' onPress={() => setShown(false)} />
      </View>
    </Card>
  )
}
