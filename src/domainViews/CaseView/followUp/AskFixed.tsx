import { View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Notice } from '@/components/Notice'
import { Refusal } from '@/components/Refusal'
import { Section } from '@/components/Section'
import { useSend } from '@/services/useAction'
import { useNow } from '@/services/useNow'
import { dayOf } from '../../momentWords'
import { BeforeAfter } from '../BeforeAfter'
import type { ReadCase } from '../CaseStory'
import { answerWordsOf } from './answerWordsOf'

type AskFixedProps = { case_: ReadCase; onUnfixed: () => void }

/** 修好了吗？ beside what it looked like and what it looks like now. */
export function AskFixed({ case_, onUnfixed }: AskFixedProps) {
  const { summary, photosBefore, photosAfter, followUp } = case_
  const now = useNow(60_000)
  const { send, sending, trouble } = useSend('followUp')
  const answer = answerWordsOf(case_)
  const closed = summary.state === 'closed' && followUp?.until ? `这一件已经办完。${dayOf(followUp.until, now)}之前都可以说没修好。` : undefined
  return (
    <Section title='修好了吗？' note={closed ?? '对照前后照片，或到现场看一眼。'}>
      <Card>
        <BeforeAfter before={photosBefore} after={photosAfter} />
        {answer && <Notice tone='info' icon='messageSquare' words={`物业说：${answer}`} />}
        <View className='follow-up'>
          <Button icon='check' words='修好了' sending={sending} onPress={() => void send({ caseId: summary.id, fixed: true })} />
          <Button kind='secondary' icon='refreshCw' words='没修好' disabled={sending} onPress={onUnfixed} />
        </View>
        {trouble && <Refusal words={trouble.words} />}
      </Card>
    </Section>
  )
}
