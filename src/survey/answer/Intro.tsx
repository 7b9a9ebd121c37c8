import { Card } from '@/components/Card'
import { Button } from '@/components/Button'
import { Cell } from '@/components/Cell'
import { surveyDays } from '@/domainViews/surveyDays'
import { useNow } from '@/services/useNow'
import { BottomBar } from '../flow/BottomBar'
import { Anonymity } from './Anonymity'
import type { BallotProps } from './ballotProps'

/** Before the first question: for whom, until when, how long it takes, and who sees it. */
export function Intro({ read: { survey, questionnaire }, right, onOther, onBegin }: BallotProps & { onBegin: () => void }) {
  const now = useNow(60_000)
  return (
    <>
      <Card flush>
        <Cell icon='house' title={`${survey.estateName} ${right.label}`} note='一户一票，家里商量着答也可以' value={onOther && '换一户'} onPress={onOther} />
        <Cell icon='timer' title={`${questionnaire.questions.length} 道题，大约两分钟`} note='点一下就到下一题，中途退出会记住' />
        <Cell icon='calendarDays' title={surveyDays(survey, now)} note='截止前可以改，最后一次算数' />
      </Card>
      <Anonymity />
      <BottomBar><Button words='开始作答' onPress={onBegin} /></BottomBar>
    </>
  )
}
