import { Text, View } from '@tarojs/components'
import { Card } from '@/components/Card'
import { ListEnd } from '@/components/ListEnd'
import { Section } from '@/components/Section'
import { usePages } from '@/services/usePages'
import './style.scss'

/** 留言 that the office has published, without a name. They stand last: there may be many. */
export function Remarks({ surveyId }: { surveyId: string }) {
  const { pages, more, next, loadingMore } = usePages('listSurveyRemarks', { surveyId })
  const remarks = pages.flatMap((page) => page.remarks)
  if (remarks.length === 0) return null
  return (
    <Section title='居民留言' note='考核办看过、没有个人信息的才公布，不写是谁说的。'>
      <Card>{remarks.map((words, index) => <View key={index} className='remark-line'><Text>{words}</Text></View>)}</Card>
      {(more || pages.length > 1) && <ListEnd more={more} loading={loadingMore} onMore={next} />}
    </Section>
  )
}
