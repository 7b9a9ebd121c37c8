import { useState } from 'react'
import { PAPER_BATCH_MAX, PAPER_BATCH_MIN } from '../../../domain/survey/paper'
import { ActionBar } from '@/components/ActionBar'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Loaded } from '@/components/Loaded'
import { Notice } from '@/components/Notice'
import { Refusal } from '@/components/Refusal'
import { Skeleton } from '@/components/Skeleton'
import { useDraft } from '@/services/draft'
import { onceKey } from '@/services/onceKey'
import { useRead, useSend } from '@/services/useAction'
import { Buildings } from '../staff/Buildings'
import type { OpenSurvey } from '../staff/OpenSurveys'
import { Rooms, type Envelope } from './Rooms'

type RegisterEnvelopesProps = { survey: OpenSurvey; onDone: (count: number) => void; onBack: () => void }
const empty = () => ({ key: onceKey(), chosen: [] as readonly Envelope[] })

/** 登记信封: those that lie here, unopened, from as many buildings as they come from. */
export function RegisterEnvelopes({ survey: { id: surveyId, estateName }, onDone, onBack }: RegisterEnvelopesProps) {
  const [building, setBuilding] = useState('')
  const [asked, setAsked] = useState(false)
  const [draft, change, clear] = useDraft(`paper:register:${surveyId}`, empty())
  const query = useRead('listDoors', { surveyId, building, open: false }, { placeholderData: (before) => before })
  const { send, sending, trouble } = useSend('registerPaper', { refreshes: ['readPaperBatches', 'listDoors', 'readSurveys'] })
  const { key, chosen } = draft
  const left = PAPER_BATCH_MIN - chosen.length
  const fault = left > 0 ? `至少 ${PAPER_BATCH_MIN} 户一起登记，还差 ${left} 户` : chosen.length > PAPER_BATCH_MAX ? `一批最多 ${PAPER_BATCH_MAX} 户，请分两批` : undefined
  async function register() {
    setAsked(true)
    if (fault) return
    const sent = await send({ key, surveyId, householdIds: chosen.map(({ householdId }) => householdId) })
    if (!sent.ok) return
    clear()
    onDone(chosen.length)
  }
  return (
    <>
      <Notice words={`${estateName}：照着信封上的房号勾选，先不要拆封。登记以后，这些户不能再用别的方式作答。`} />
      <Loaded query={query}>
        {({ buildings, doors }) => (
          <>
            <Buildings buildings={buildings} value={building} onChange={setBuilding} />
            {building !== '' && (query.isPlaceholderData ? <Skeleton rows={2} /> : <Rooms doors={doors} chosen={chosen} onChange={(next) => change({ chosen: next })} />)}
          </>
        )}
      </Loaded>
      <Field label={`已勾选 ${chosen.length} 户`} hint={chosen.map(({ label }) => label).join('、') || '还没有勾选'} error={asked ? fault : undefined} />
      {trouble && <Refusal words={trouble.words} />}
      <ActionBar>
        <Button kind='secondary' words='返回' disabled={sending} onPress={onBack} />
        <Button words={`登记 ${chosen.length} 个信封`} sending={sending} onPress={() => void register()} />
      </ActionBar>
    </>
  )
}
