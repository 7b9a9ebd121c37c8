import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '@/components/Button'
import { Refusal } from '@/components/Refusal'
import { confirm } from '@/services/confirm'
import { onceKey } from '@/services/onceKey'
import { useSend } from '@/services/useAction'
import { useProgressPrompt } from '../useProgressPrompt'
import type { ReadCase } from './CaseStory'
import { doorOf } from './doorOf'

/** Those that stand at the foot of a case; 回访 has its own place in it. */
export const hasActions = (allowed: readonly string[]): boolean => allowed.includes('withdrawCase') || allowed.includes('joinCase') || doorOf(allowed) !== null

/** What I may do now: the staff's one door, or the resident's join and withdraw. */
export function CaseActions({ case_: { summary, allowed } }: { case_: ReadCase }) {
  const [key] = useState(onceKey)
  const join = useSend('joinCase')
  const withdraw = useSend('withdrawCase')
  const promptForNews = useProgressPrompt(allowed.includes('joinCase'))
  const door = doorOf(allowed)

  async function takeBack() {
    const sure = await confirm({ title: '撤回这个报告？', words: '撤回后不再处理，也不能恢复；需要时可以重新报告。', yes: '撤回', danger: true })
    if (sure) await withdraw.send({ caseId: summary.id })
  }
  async function joinIt() {
    await promptForNews()
    await join.send({ key, caseId: summary.id })
  }
  const trouble = withdraw.trouble ?? join.trouble

  return (
    <>
      {trouble && <View className='case-actions__trouble'><Refusal words={trouble.words} /></View>}
      {allowed.includes('withdrawCase') && <Button kind='secondary' icon='undo' words='撤回' sending={withdraw.sending} onPress={() => void takeBack()} />}
      {allowed.includes('joinCase') && <Button kind={door ? 'secondary' : 'primary'} icon='users' words='我也遇到了，一起跟进' sending={join.sending} onPress={() => void joinIt()} />}
      {door && <Button kind={door.quiet ? 'secondary' : 'primary'} words={door.words} onPress={() => void Taro.navigateTo({ url: `${door.page}?id=${encodeURIComponent(summary.id)}` })} />}
    </>
  )
}
