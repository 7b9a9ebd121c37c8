import { useEffect, useRef, useState } from 'react'
import Taro from '@tarojs/taro'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { Refusal } from '@/components/Refusal'
import { confirm } from '@/services/confirm'
import { onceKey } from '@/services/onceKey'
import { readOnPhone, writeOnPhone } from '@/services/onPhone'
import { useSend } from '@/services/useAction'
import { Progress } from '../roster/Progress'

type Drawn = { readonly drawn: number; readonly left: number }
type DrawSlipsProps = { estateId: string; building: string; onBusy: (isBusy: boolean) => void }

/** 发码, fifty a call until nobody is left. The key stays on the phone until then: what was broken off, even with the page, goes on under it. */
export function DrawSlips({ estateId, building, onBusy }: DrawSlipsProps) {
  const place = `slips:${estateId}:${building}`
  const [so, setSo] = useState<Drawn>()
  const [isDrawing, setIsDrawing] = useState(false)
  const { send, trouble } = useSend('issueSlips', { refreshes: ['listHouseholds', 'listHouseholdActs', 'listSlipRuns'] })
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => void (isHere.current = false)
  }, [])
  const where = building ? `${building} 幢` : '整个小区'
  async function draw() {
    const words = `给${where}里没有人绑定、手里也没有绑定码的住户，每户发一个。发好以后做成 Word 文件打印。`
    if (!so && !(await confirm({ title: '批量发绑定码？', words, yes: '发码' }))) return
    setIsDrawing(true)
    onBusy(true)
    await drawAll()
    setIsDrawing(false)
    onBusy(false)
  }
  async function drawAll() {
    const key = readOnPhone<string>(place) ?? onceKey()
    writeOnPhone(place, key)
    for (let before = -1; isHere.current; ) {
      const sent = await send({ key, estateId, ...(building && { building }) })
      if (!sent.ok) return
      setSo(sent.value)
      if (sent.value.left === 0) return Taro.removeStorageSync(place)
      // Somebody else draws here as well: rather asked again by a person than for ever.
      if (sent.value.drawn === before) return
      before = sent.value.drawn
    }
  }
  if (isDrawing) return <Progress words='正在发码' {...(so && { figure: `${so.drawn} / ${so.drawn + so.left} 户`, percent: Math.round((so.drawn / (so.drawn + so.left || 1)) * 100) })} />
  return (
    <>
      {so && <Notice tone={so.left > 0 ? 'info' : 'good'} words={saidWords(so, where)} />}
      {trouble && <Refusal words={trouble.words} />}
      {(!so || so.left > 0) && <Button icon='keyRound' words={so ? `接着发 ${so.left} 户` : '发绑定码'} onPress={() => void draw()} />}
    </>
  )
}

function saidWords({ drawn, left }: Drawn, where: string): string {
  if (drawn === 0 && left === 0) return `${where}没有要发的：住户都已绑定，或手里有没用过的绑定码。要重印的，在下面“我发的绑定码”里再要一次；个别丢了纸条的，请在“住户”里单独补发。`
  return left > 0 ? `已发 ${drawn} 户，还有 ${left} 户没有发。` : `${where}发好了 ${drawn} 户，请在下面要打印文件。`
}
