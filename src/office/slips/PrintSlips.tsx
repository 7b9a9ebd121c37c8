import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import type { Actions } from '../../../types/api'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { Refusal } from '@/components/Refusal'
import { useSend } from '@/services/useAction'
import { forgetSheets, lookAtSheet, shareSheet, takeSheet } from './sheetFile'
import '../households/style.scss'

type Sheet = Actions['printSlips']['reply']
const SLIPS_A_PAGE = 24

/** 打印 of a run: a Word document, drawn anew each time one asks. A large run comes in parts. */
export function PrintSlips({ runId, parts }: { runId: string; parts: number }) {
  const { send, sending, trouble } = useSend('printSlips', { refreshes: ['listHouseholdActs'] })
  const [part, setPart] = useState(1)
  const [sheet, setSheet] = useState<Sheet>()
  const [isFull, setFull] = useState(false)
  useEffect(() => {
    forgetSheets()
    return forgetSheets
  }, [])
  async function ask(asked: number) {
    setPart(asked)
    setSheet(undefined)
    setFull(false)
    const sent = await send({ runId, part: asked })
    if (!sent.ok) return
    try {
      await takeSheet(sent.value)
      setSheet(sent.value)
    } catch {
      setFull(true)
    }
  }
  return (
    <>
      <View className='slip-acts'>
        {Array.from({ length: parts }, (_, index) => index + 1).map((each) => (
          <Button key={each} kind='secondary' icon='printer' words={parts === 1 ? '要打印文件' : `要第 ${each} 份`} sending={sending && part === each} disabled={sending} sendingWords='正在制作…' onPress={() => void ask(each)} />
        ))}
      </View>
      {trouble && <Refusal words={trouble.words} />}
      {isFull && <Notice tone='warn' words='手机存储满了，没有存下。清理一下再试。' />}
      {sheet && <SheetReady sheet={sheet} onAgain={() => void takeSheet(sheet)} />}
    </>
  )
}

function SheetReady({ sheet, onAgain }: { sheet: Sheet; onAgain: () => void }) {
  const { name, slips, used, replaced } = sheet
  const left = [used > 0 && `${used} 户已经绑定`, replaced > 0 && `${replaced} 户换过码`].filter(Boolean).join('、')
  const [failure, setFailure] = useState('')
  const hand = (deed: Promise<void>, words: string) => {
    setFailure('')
    deed.catch(() => setFailure(words))
  }
  return (
    <>
      <Notice tone='good' words={`${process.env.TARO_ENV === 'weapp' ? '做好了' : '已下载'}：${slips} 张，${Math.ceil(slips / SLIPS_A_PAGE)} 页 A4。${left && `另有 ${left}，没有印。`}`} />
      {process.env.TARO_ENV === 'weapp' ? (
        <View className='slip-acts'>
          <Button icon='send' words='发到文件传输助手' onPress={() => hand(shareSheet(name), '没有发出。可以再点一次。')} />
          <Button kind='secondary' icon='fileText' words='先看一看' onPress={() => hand(lookAtSheet(name), '这部手机打不开，请发到电脑上看。')} />
        </View>
      ) : (
        <Button kind='quiet' icon='download' words='再下载一次' onPress={onAgain} />
      )}
      {failure && <Notice tone='warn' words={failure} />}
      <Notice words='在电脑上打开，用 A4 纸按实际大小（100%）打印，沿虚线剪开，当面交给住户本人。不要经物业转交，打完请删掉文件。' />
    </>
  )
}
