import { Text, View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { seeArrival } from '@/services/reports/outboxState'
import { useOutbox } from '@/services/reports/useReports'
import { openCase } from '../openCase'
import { CHANGED_BEFORE } from './reportWords'
import './style.scss'

/** What has left this phone by itself, until the person has read it or opens its case. */
export function Arrivals({ personId }: { personId: string }) {
  const news = useOutbox().news.filter((arrived) => arrived.personId === personId)
  if (news.length === 0) return null
  return (
    <View className='arrivals'>
      {news.map(({ key, caseId, joined, wasChanged }) => (
        <Notice key={key} tone='good' words={`您的报告已发出，${joined ? '加入了邻居报的那一件' : '考核办会先看一看'}。`}>
          {wasChanged && <View><Text>{CHANGED_BEFORE}</Text></View>}
          <View className='report-row__deeds'>
            <Button kind='secondary' inline words='看这一件的进展' onPress={() => { seeArrival(key); openCase(caseId) }} />
            <Button kind='quiet' inline words='知道了' onPress={() => seeArrival(key)} />
          </View>
        </Notice>
      ))}
    </View>
  )
}
