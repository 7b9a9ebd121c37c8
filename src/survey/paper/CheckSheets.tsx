import { Text } from '@tarojs/components'
import type { Pattern } from '../../../domain/survey/answers'
import { sheetsFault } from '../../../domain/survey/paper'
import type { Question } from '../../../domain/survey/questionnaire'
import { ActionBar } from '@/components/ActionBar'
import { Badge } from '@/components/Badge'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { Notice } from '@/components/Notice'
import { Refusal } from '@/components/Refusal'
import { useSend } from '@/services/useAction'
import { forgetSheets } from './keyedDraft'
import { mismatchWords } from './mismatchWords'
import type { Batch } from './PaperDesk'
import './style.scss'

type CheckSheetsProps = { batch: Batch; questions: readonly Question[]; sheets: readonly Pattern[]; onSheet: (index: number) => void; onDone: (words: string) => void; onBack: () => void }

/** Every sheet as it was keyed in; sent from here. Where two readings differ is told, and not how. */
export function CheckSheets({ batch: { id, envelopes, mismatches }, questions, sheets, onSheet, onDone, onBack }: CheckSheetsProps) {
  const { send, sending, trouble } = useSend('keyPaper', { refreshes: ['readPaperBatches', 'readSurveys', 'listDoors'] })
  const fault = sheetsFault({ version: 0, questions, remarkPrompt: '' }, envelopes, sheets)
  const differing = new Set(mismatches.map(({ sheet }) => sheet))
  async function hand() {
    const sent = await send({ batchId: id, sheets: [...sheets] })
    if (!sent.ok) return
    if (sent.value.isCounted) {
      forgetSheets(id)
      return onDone(`两人录的一样，${envelopes} 份已经计票。原件请封存。`)
    }
    const { length } = sent.value.mismatches
    onDone(length > 0 ? `已交。有 ${length} 处与另一位同事录的不一样，请对照原件重看。` : '已交，等另一位同事录入。两人录的一样才计票。')
  }
  return (
    <>
      {mismatchWords(mismatches).map((words) => <Notice key={words} tone='warn' words={words} />)}
      <Card flush>
        {sheets.map((sheet, index) => <Cell key={index} title={`第 ${index + 1} 份`} note={<Text className='sheet-digits'>{sheet.split('').join(' ')}</Text>} value={differing.has(index + 1) ? <Badge tone='warn' icon='triangleAlert' words='重看' /> : undefined} label={`第 ${index + 1} 份，点按修改`} onPress={() => onSheet(index)} />)}
      </Card>
      {fault && <Refusal words={fault} />}
      {trouble && <Refusal words={trouble.words} />}
      <ActionBar>
        <Button kind='secondary' words='返回' disabled={sending} onPress={onBack} />
        <Button words='交我录的' sending={sending} disabled={fault !== null} onPress={() => void hand()} />
      </ActionBar>
    </>
  )
}
