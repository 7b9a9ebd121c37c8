import { useState } from 'react'
import Taro from '@tarojs/taro'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { confirm } from '@/services/confirm'
import { onceKey } from '@/services/onceKey'
import { readOnPhone, writeOnPhone } from '@/services/onPhone'
import { useSend } from '@/services/useAction'
import { keepDrawn, useDrawn } from './drawnSlips'

type DrawSlipsProps = { estateId: string; building: string }

/** 发码, fifty at a time. The key stays on the phone until the answer is here: an answer that was lost, even with the page, is asked for again under it. */
export function DrawSlips({ estateId, building }: DrawSlipsProps) {
  const place = `slips:${estateId}:${building}`
  const drawn = useDrawn(estateId)
  const [told, setTold] = useState<{ count: number; left: number }>()
  const { send, sending, trouble } = useSend('issueSlips', { refreshes: ['listHouseholds', 'listHouseholdActs'] })
  const where = building ? `${building} 幢` : '整个小区'
  async function draw() {
    const words = `${where}里没有人绑定、手里也没有绑定码的住户，每次最多发 50 户。绑定码只显示这一次，发了就要打印或抄写。`
    if (drawn.length === 0 && !(await confirm({ title: '批量发绑定码？', words, yes: '发码' }))) return
    const key = readOnPhone<string>(place) ?? onceKey()
    writeOnPhone(place, key)
    const sent = await send({ key, estateId, ...(building && { building }) })
    if (!sent.ok) return
    Taro.removeStorageSync(place)
    const { slips, estateName, left } = sent.value
    const known = new Set(drawn.map(({ code }) => code))
    keepDrawn(estateId, [...drawn, ...slips.filter(({ code }) => !known.has(code)).map(({ code, label }) => ({ code, label, estateName }))])
    setTold({ count: slips.length, left })
  }
  const words = told === undefined ? '发绑定码' : `再发 ${Math.min(told.left, 50)} 户`
  return (
    <>
      {told && <Notice tone={told.left > 0 ? 'info' : 'good'} words={toldWords(told, where)} />}
      {trouble && <Notice tone='urgent' words={trouble.words} />}
      {(told === undefined || told.left > 0) && <Button kind={drawn.length > 0 ? 'secondary' : 'primary'} icon='keyRound' words={words} sending={sending} sendingWords='正在发码…' onPress={() => void draw()} />}
    </>
  )
}

function toldWords({ count, left }: { count: number; left: number }, where: string): string {
  if (count === 0 && left === 0) return `${where}没有要发的：住户都已绑定，或手里有没用过的绑定码。个别丢了纸条的，请在“住户”里单独补发。`
  return `刚发了 ${count} 户，${left > 0 ? `还有 ${left} 户没有发` : `${where}都发完了`}。`
}
