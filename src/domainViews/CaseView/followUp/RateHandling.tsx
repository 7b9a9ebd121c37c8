import { useState } from 'react'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Choice } from '@/components/Choice'
import { Notice } from '@/components/Notice'
import { Refusal } from '@/components/Refusal'
import { Section } from '@/components/Section'
import { RATING, type Rating } from '@/labels/followUp'
import { useSend } from '@/services/useAction'

const RATINGS = [5, 4, 3, 2, 1] as const satisfies readonly Rating[]
const OPTIONS = RATINGS.map((value) => ({ value: String(value), label: RATING[value] }))

/** Five words, none of them a picture of a face that one has to guess. */
export const RatingChoice = ({ value, onChange, form = 'list' }: { value: Rating | null; onChange: (value: Rating) => void; form?: 'list' | 'grid' }) => (
  <Choice label='评价' form={form} options={OPTIONS} value={value === null ? null : String(value)} onChange={(chosen) => onChange(RATINGS.find((rating) => String(rating) === chosen)!)} />
)

/** 评价: asked once after 修好了; another choice takes the place of the first. */
export function RateHandling({ caseId, rated }: { caseId: string; rated: number | null }) {
  const [again, setAgain] = useState(false)
  const { send, sending, trouble } = useSend('followUp')
  const known = RATINGS.find((rating) => rating === rated)
  if (known && !again) return <Notice tone='neutral' icon='star' words={`您的评价：${RATING[known]}`} action={{ words: '改一改', onPress: () => setAgain(true) }} />
  async function rate(rating: Rating) {
    if (!sending && (await send({ caseId, fixed: true, rating })).ok) setAgain(false)
  }
  return (
    <Section title='这次办得怎么样？' note='只统计成小区的平均，物业看不到是谁评的。'>
      <Card>
        <RatingChoice value={known ?? null} onChange={(rating) => void rate(rating)} />
        {trouble && <Refusal words={trouble.words} />}
        {again && <Button kind='quiet' words='不改了' onPress={() => setAgain(false)} />}
      </Card>
    </Section>
  )
}
