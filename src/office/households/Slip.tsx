import type { Actions } from '../../../types/api'
import { CopyButton } from '@/components/CopyButton'
import { Notice } from '@/components/Notice'
import { useRead } from '@/services/useAction'
import { PrintSlips } from '../slips/PrintSlips'
import { SlipFace } from './SlipFace'
import { askWords, slipText } from './slipText'
import './style.scss'

export type IssuedCode = Actions['issueCode']['reply']

/** One slip: to be read out, copied, or printed. */
export function Slip({ issued }: { issued: IssuedCode }) {
  const ask = askWords(useRead('whoAmI', {}).data?.contacts[0])
  return (
    <>
      <Notice tone='warn' words='绑定码只显示这一次。请现在打印、复制或抄写，当面交给住户本人；不要经物业转交，不要发到群里。' />
      <SlipFace slip={issued} ask={ask} />
      <PrintSlips runId={issued.runId} parts={1} />
      <CopyButton kind='quiet' icon='clipboardList' words='复制文字' text={() => slipText(issued, ask)} done='已复制' />
    </>
  )
}
