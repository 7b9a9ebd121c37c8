import { Text } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { FOLLOW_UP_DAYS } from '../../../domain/survey/stage'
import { DAY_MS } from '../../../domain/time/beijing'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { useRemarksWaiting } from '@/domainViews/useRemarksWaiting'
import { useRead } from '@/services/useAction'
import { useNow } from '@/services/useNow'

const REFRESH_MS = 60_000
const go = () => void Taro.navigateTo({ url: '/office/pages/surveys/index' })

/** What waits for the office in surveys; nothing where nothing does. Remarks are looked for in those that closed lately; older ones stand in the list. */
export function SurveysWaiting() {
  const now = useNow(REFRESH_MS)
  const surveys = useRead('readSurveys', {}, { refetchInterval: REFRESH_MS }).data?.surveys ?? []
  const remarks = useRemarksWaiting(surveys.filter(({ closesAt }) => now - closesAt < FOLLOW_UP_DAYS * DAY_MS))
  const held = surveys.filter(({ stage }) => stage === 'held').length
  const waiting = [...remarks.values()].reduce((sum, count) => sum + count, 0)
  if (held === 0 && waiting === 0) return null
  return (
    <Card flush>
      {held > 0 && <Cell icon='flag' title={<Text className='desk__kind'>{`${held} 项调查的加分待复核`}</Text>} note='抽样回访，再由两人审定' onPress={go} />}
      {waiting > 0 && <Cell icon='messageSquare' title={<Text className='desk__kind'>{`${waiting} 条调查留言待审看`}</Text>} note='看过、没有个人信息的才公布' onPress={go} />}
    </Card>
  )
}
