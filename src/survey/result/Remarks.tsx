import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/Card'
import { ListEnd } from '@/components/ListEnd'
import { Section } from '@/components/Section'
import './style.scss'

const SHOWN_AT_ONCE = 10

/** 留言 that the office has published, without a name. */
export function Remarks({ remarks }: { remarks: readonly string[] }) {
  const [shown, setShown] = useState(SHOWN_AT_ONCE)
  if (remarks.length === 0) return null
  return (
    <Section title={`居民留言（${remarks.length}）`} note='考核办看过、没有个人信息的才公布，不写是谁说的。'>
      <Card>{remarks.slice(0, shown).map((words, index) => <View key={index} className='remark-line'><Text>{words}</Text></View>)}</Card>
      {shown < remarks.length && <ListEnd more onMore={() => setShown(shown + SHOWN_AT_ONCE)} />}
    </Section>
  )
}
