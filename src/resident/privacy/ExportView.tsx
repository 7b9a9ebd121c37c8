import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { Actions } from '../../../types/api'
import { dateOf } from '../../../domain/time/beijing'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { CopyButton } from '@/components/CopyButton'
import { Notice } from '@/components/Notice'
import { Refusal } from '@/components/Refusal'
import { Section } from '@/components/Section'
import { useSend } from '@/services/useAction'
import { exportedParts, exportedText } from './exportedParts'
import { saveFile } from './saveFile'
import './style.scss'

type Exported = Actions['exportMyData']['reply']
const last = (pages: readonly Exported[]): Exported | undefined => pages[pages.length - 1]
/** What is short stands on the first page. */
const joined = (pages: readonly Exported[]): Exported => ({ ...pages[0]!, reports: pages.flatMap(({ reports }) => reports), notices: pages.flatMap(({ notices }) => notices), nextCursor: null })

/** 导出我的资料: to read here, to copy, to keep as a file. */
export function ExportView() {
  const { send, sending, trouble } = useSend('exportMyData', { refreshes: [] })
  const [exported, setExported] = useState<Exported>()
  const [pages, setPages] = useState<readonly Exported[]>([])
  /** A page that did not come is asked for again from there on. */
  async function load() {
    let all = pages
    for (let cursor = last(all)?.nextCursor; cursor !== null; cursor = last(all)!.nextCursor) {
      const sent = await send(cursor === undefined ? {} : { cursor })
      if (!sent.ok) return
      setPages((all = [...all, sent.value]))
    }
    setExported(joined(all))
  }
  if (exported) return <Read exported={exported} />
  return (
    <>
      <Notice tone='info' icon='download' words='把邻净里关于您的全部资料整理给您：身份、住户、同意记录、报告和照片链接、消息等。只有您本人能导出。' />
      {trouble && <Refusal words={trouble.words} />}
      <Button icon='download' words='整理我的资料' sending={sending} sendingWords={pages.length > 0 ? `正在整理…已整理 ${pages.reduce((sum, { reports }) => sum + reports.length, 0)} 条报告` : '正在整理…'} onPress={() => void load()} />
    </>
  )
}

function Read({ exported }: { exported: Exported }) {
  const [isSaved, setSaved] = useState<boolean>()
  const parts = exportedParts(exported)
  async function save() {
    setSaved(undefined)
    try {
      await saveFile(`邻净-我的资料-${dateOf(exported.exportedAt)}.json`, JSON.stringify(exported, null, 2))
      setSaved(true)
    } catch {
      setSaved(false)
    }
  }
  return (
    <>
      {isSaved !== undefined && <Notice tone={isSaved ? 'good' : 'warn'} words={isSaved ? '文件已交给您。照片链接过一阵会失效，需要的照片请尽早保存。' : '没有保存。可以再试一次，或用“复制文字”。'} />}
      <View className='exported__ways'>
        <Button icon='download' words={process.env.TARO_ENV === 'weapp' ? '存成文件，发给自己' : '存成文件'} onPress={() => void save()} />
        <CopyButton words='复制文字' text={() => exportedText(parts)} done='已复制，可以粘贴到备忘录' otherwise='用“存成文件”' />
      </View>
      {parts.map(({ title, lines }) => (
        <Section key={title} title={`${title}（${lines.length}）`}>
          <Card>
            {lines.length === 0 && <Text>没有</Text>}
            {lines.map((line, index) => <View key={index} className='exported__row'>{line.split('\n').map((part, row) => <View key={row}><Text>{part}</Text></View>)}</View>)}
          </Card>
        </Section>
      ))}
    </>
  )
}
