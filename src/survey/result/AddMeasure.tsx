import { useState } from 'react'
import type { Question } from '../../../domain/survey/questionnaire'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Photos } from '@/components/Photos'
import { Refusal } from '@/components/Refusal'
import { TextArea } from '@/components/TextArea'
import { useDraft } from '@/services/draft'
import { onceKey } from '@/services/onceKey'
import { useSend } from '@/services/useAction'

/** All of it, and no single question. */
const WHOLE = 'whole'
const LENGTH_MAX = 1000
const PHOTOS_MAX = 9

/** 公布整改: what is or will be done, and by when. It cannot be taken back: all can read it at once. */
export function AddMeasure({ surveyId, questions }: { surveyId: string; questions: readonly Question[] }) {
  const [draft, change, clear] = useDraft(`measure:${surveyId}`, { about: WHOLE, text: '', photos: [] as string[], key: '' })
  const [wrong, setWrong] = useState('')
  const [uploading, setUploading] = useState(false)
  const [isPublished, setPublished] = useState(false)
  const { send, sending, trouble } = useSend('addMeasure', { refreshes: ['readSurvey'] })
  const edit = (part: Partial<typeof draft>) => {
    setPublished(false)
    change({ ...part, key: '' })
  }
  async function add() {
    setPublished(false)
    if (draft.text.trim() === '') return setWrong('请写明怎么改，什么时候改好')
    const key = draft.key || onceKey()
    change({ key })
    const sent = await send({ key, surveyId, questionId: draft.about === WHOLE ? null : draft.about, text: draft.text.trim(), photos: draft.photos })
    if (!sent.ok) return
    clear()
    setPublished(true)
  }
  return (
    <Card>
      <Field label='公布整改：针对哪一题？'>
        <Choice label='针对哪一题' value={draft.about} onChange={(about) => edit({ about })} options={[{ value: WHOLE, label: '总的整改' }, ...questions.map(({ id, text }, index) => ({ value: id, label: `${index + 1}. ${text}` }))]} />
      </Field>
      <Field label='怎么改，什么时候改好' hint='文字居民马上看得到，公布后不能删改，可以再补一条。' error={wrong || undefined}>
        <TextArea label='整改内容' value={draft.text} lengthMax={LENGTH_MAX} onChange={(text) => { setWrong(''); edit({ text }) }} />
      </Field>
      <Field label='照片' hint='改好的样子、通知、合同都可以，请避开他人的脸和车牌。检查通过后居民才看得到。' optional>
        <Photos label='整改的照片' countMax={PHOTOS_MAX} value={draft.photos} onBusy={setUploading} onChange={(photos) => edit({ photos })} />
      </Field>
      {trouble && <Refusal words={trouble.words} />}
      {isPublished && <Notice tone='good' words='已公布' />}
      <Button words={uploading ? '照片正在上传…' : '公布'} sending={sending} sendingWords='正在公布…' disabled={uploading} onPress={() => void add()} />
    </Card>
  )
}
