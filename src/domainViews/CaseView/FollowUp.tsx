import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Photos } from '@/components/Photos'
import { Section } from '@/components/Section'
import { TextArea } from '@/components/TextArea'
import { useState } from 'react'
import { useDraft } from '@/services/draft'
import { useSend } from '@/services/useAction'
import { View } from '@tarojs/components'
import type { ReadCase } from './CaseStory'
import { mySayOf } from './mySay'

/** 回访: 修好了吗? One tap for yes; for no, what is still wrong. */
export function FollowUp({ case_ }: { case_: ReadCase }) {
  const { summary, allowed } = case_
  const [draft, change, clear] = useDraft(`followUp:${summary.id}`, { open: false, text: '', photos: [] as string[] })
  const [missing, setMissing] = useState('')
  const [uploading, setUploading] = useState(false)
  const { send, sending, trouble } = useSend('followUp', { done: '收到，谢谢您' })
  if (!allowed.includes('followUp')) return null
  const said = mySayOf(case_)

  async function say(fixed: boolean) {
    if (!fixed && !draft.text.trim()) return setMissing('请写一句哪里还没修好，物业才知道怎么改')
    setMissing('')
    const sent = await send({ caseId: summary.id, fixed, ...(!fixed && { text: draft.text.trim(), photos: draft.photos }) })
    if (sent.ok) clear()
  }

  const contradict = { words: '又出现了，或没修好？', onPress: () => change({ open: true }) }
  if (said && !draft.open) return <Notice tone='good' words='您说过：修好了。谢谢！' action={contradict} />
  // What is closed is not asked about again; it may still be contradicted.
  if (summary.state === 'closed' && !draft.open) return <Notice tone='neutral' words='这件已经办结。' action={contradict} />
  return (
    <Section title={draft.open ? '告诉我们哪里没修好' : '修好了吗？'} note={draft.open ? undefined : '看看处理后的照片，或到现场看一眼。'}>
      <Card>
        {draft.open ? (
          <>
            <Field label='哪里还没修好？' error={missing || undefined}>
              <TextArea label='哪里还没修好' value={draft.text} lengthMax={500} placeholder='比如：只清了一半，角落里还有' onChange={(text) => { setMissing(''); change({ text }) }} />
            </Field>
            <Field label='现在的样子' optional>
              <Photos label='现在的照片' value={draft.photos} onChange={(photos) => change({ photos })} countMax={9} onBusy={setUploading} />
            </Field>
            <Button words='告诉考核办：没修好' sending={sending} disabled={uploading} onPress={() => void say(false)} />
            <Button kind='quiet' words='取消' disabled={sending} onPress={() => change({ open: false })} />
          </>
        ) : (
          <View className='follow-up'>
            <Button icon='check' words='修好了' sending={sending} onPress={() => void say(true)} />
            <Button kind='secondary' words='没修好' disabled={sending} onPress={() => change({ open: true })} />
          </View>
        )}
        {trouble && <Notice tone='urgent' words={trouble.words} />}
      </Card>
    </Section>
  )
}
