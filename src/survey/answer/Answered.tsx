import { Text, View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Notice } from '@/components/Notice'
import { openSurveyResult } from '@/domainViews/openSurvey'
import { endWords } from '@/domainViews/momentWords'
import { useNow } from '@/services/useNow'
import type { KeptBallot } from '../keptBallots'
import type { BallotProps } from './ballotProps'
import { Receipt } from './Receipt'
import { SecretCard } from './SecretCard'
import './style.scss'

type AnsweredProps = BallotProps & { kept: KeptBallot; onAgain: () => void; onShown: () => void }

/** Answered from this phone: that it is so, how to look it up, and how to change it. What was answered is not here. */
export function Answered({ read: { survey }, right, kept, onOther, onAgain, onShown }: AnsweredProps) {
  const now = useNow(60_000)
  return (
    <>
      <Notice tone='good' words={`您家已作答：${survey.estateName} ${right.label}`} />
      <Card>
        {kept.receipt !== null && <Receipt receipt={kept.receipt} />}
        <View className='ballot-note'><Text>{`答案没有留在手机上，别人拿到手机也看不到。${endWords(survey.closesAt, now)}前可以改，改答要从头答一遍，最后一次算数。`}</Text></View>
      </Card>
      <View className='ballot-actions'>
        <Button kind='secondary' icon='pencil' words='改答' onPress={onAgain} />
        <SecretCard secret={kept.secret} onShown={onShown} />
        <Button kind='quiet' words='看进度' onPress={() => openSurveyResult(survey.id)} />
        {onOther && <Button kind='quiet' icon='house' words='换一户' onPress={onOther} />}
      </View>
    </>
  )
}
