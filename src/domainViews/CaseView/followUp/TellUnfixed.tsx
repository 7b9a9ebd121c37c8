import { useState } from 'react'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Field } from '@/components/Field'
import { Photos } from '@/components/Photos'
import { Refusal } from '@/components/Refusal'
import { Section } from '@/components/Section'
import { TextArea } from '@/components/TextArea'
import type { Rating } from '@/labels/followUp'
import { useSend } from '@/services/useAction'
import { useProgressPrompt } from '../../useProgressPrompt'
import { RatingChoice } from './RateHandling'

export type UnfixedDraft = { open: boolean; text: string; photos: string[]; rating?: Rating }
type TellUnfixedProps = { caseId: string; mayRate: boolean; draft: UnfixedDraft; onChange: (part: Partial<UnfixedDraft>) => void; onTold: () => void }

/** 没修好: what is still wrong, in words or by a photo. */
export function TellUnfixed({ caseId, mayRate, draft: { text, photos, rating }, onChange, onTold }: TellUnfixedProps) {
  const [missing, setMissing] = useState('')
  const [uploading, setUploading] = useState(false)
  const { send, sending, trouble } = useSend('followUp')
  const promptForNews = useProgressPrompt()

  async function tell() {
    if (text.trim() === '' && photos.length === 0) return setMissing('请写一句哪里还没修好，或拍一张现在的样子')
    await promptForNews()
    const sent = await send({ caseId, fixed: false, text: text.trim(), photos, ...(mayRate && rating && { rating }) })
    if (sent.ok) onTold()
  }

  return (
    <Section title='哪里还没修好？' note='写几个字，或拍一张照片，有一样就行。会退回物业重做，考核人员到现场看过才算完。'>
      <Card>
        <Field label='说一说' error={missing || undefined}>
          <TextArea label='哪里还没修好' value={text} lengthMax={1000} placeholder='比如：只清了一半，角落里还有' onChange={(next) => { setMissing(''); onChange({ text: next }) }} />
        </Field>
        <Field label='现在的样子'>
          <Photos label='现在的照片' value={photos} onChange={(next) => { setMissing(''); onChange({ photos: next }) }} countMax={9} onBusy={setUploading} />
        </Field>
        {mayRate && <Field label='这次办得怎么样？' optional><RatingChoice form='grid' value={rating ?? null} onChange={(next) => onChange({ rating: next })} /></Field>}
        {trouble && <Refusal words={trouble.words} />}
        <Button words='告诉考核办：没修好' sending={sending} disabled={uploading} onPress={() => void tell()} />
        <Button kind='quiet' words='先不说' disabled={sending} onPress={() => onChange({ open: false })} />
      </Card>
    </Section>
  )
}
