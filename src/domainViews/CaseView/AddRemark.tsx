import { useState } from 'react'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Photos } from '@/components/Photos'
import { Refusal } from '@/components/Refusal'
import { Section } from '@/components/Section'
import { TextArea } from '@/components/TextArea'
import { useDraft } from '@/services/draft'
import { onceKey } from '@/services/onceKey'
import { useSend } from '@/services/useAction'
import type { ReadCase } from './CaseStory'

/** 补充: more words or a photo while it is open. */
export function AddRemark({ case_: { summary, allowed, remarksLeft } }: { case_: ReadCase }) {
  // The key lives with the words: sent again after a killed app, it is still one remark.
  const [draft, change, clear] = useDraft(`remark:${summary.id}`, { open: false, key: '', text: '', photos: [] as string[] })
  const [missing, setMissing] = useState('')
  const [added, setAdded] = useState(false)
  const [uploading, setUploading] = useState(false)
  const { send, sending, trouble } = useSend('addRemark')
  if (!allowed.includes('addRemark')) return null

  async function add() {
    if (draft.text.trim() === '' && draft.photos.length === 0) return setMissing('请写几个字，或加一张照片')
    const sent = await send({ key: draft.key, caseId: summary.id, text: draft.text.trim(), photos: draft.photos })
    if (!sent.ok) return
    clear()
    setAdded(true)
  }

  if (!draft.open)
    return (
      <>
        {added && <Notice tone='good' words='已补充，写进了上面的经过。' />}
        <Button kind='secondary' icon='plus' words='补充照片或说明' onPress={() => change({ open: true, key: draft.key || onceKey() })} />
      </>
    )
  return (
    <Section title='补充情况' note={`物业和考核办会看到，看不到是谁写的。还可以补充 ${remarksLeft} 次。`}>
      <Card>
        <Field label='想补充什么' error={missing || undefined}>
          <TextArea label='想补充什么' value={draft.text} lengthMax={1000} placeholder='比如：晚上味道更大' onChange={(text) => { setMissing(''); change({ text }) }} />
        </Field>
        <Field label='照片' optional><Photos label='补充的照片' value={draft.photos} onChange={(photos) => { setMissing(''); change({ photos }) }} countMax={9} onBusy={setUploading} /></Field>
        {trouble && <Refusal words={trouble.words} />}
        <Button words='补充' sending={sending} disabled={uploading} onPress={() => void add()} />
        <Button kind='quiet' words='先不补充' disabled={sending} onPress={() => change({ open: false })} />
      </Card>
    </Section>
  )
}
