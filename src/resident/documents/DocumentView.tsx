import { Text, View } from '@tarojs/components'
import { Card } from '@/components/Card'
import { Loaded } from '@/components/Loaded'
import { Section } from '@/components/Section'
import { TEXT_VERSION } from '@/services/privacy/kinds'
import { useRead } from '@/services/useAction'
import type { Document } from './document'
import './style.scss'

/** A text to read, with whom to turn to at its end. */
export function DocumentView({ document: { intro, parts } }: { document: Document }) {
  return (
    <>
      <View className='document-intro'><Text>{intro}</Text></View>
      {parts.map(({ title, words }, index) => (
        <Section key={title} title={`${index + 1}. ${title}`}>
          <Card>{words.map((line) => <View key={line} className='document-line'><Text>{line}</Text></View>)}</Card>
        </Section>
      ))}
      <Contacts />
      <View className='document-version'><Text>{`版本 ${TEXT_VERSION}`}</Text></View>
    </>
  )
}

/** 联系方式 is the town's to write down; a text without it says where to find it. */
function Contacts() {
  const me = useRead('whoAmI', {})
  return (
    <Section title='怎么找到我们'>
      <Loaded query={me} skeletonRows={1}>
        {({ contacts }) => (
          <Card>
            {contacts.length === 0 && <Text>请联系本镇考核办：到镇政府综合行政执法部门，或拨打 12345 转本镇考核办。</Text>}
            {contacts.map(({ townName, office, phone, address }) => (
              <View key={townName} className='document-line'>
                <View><Text>{`${townName} ${office}`}</Text></View>
                <View><Text>{`电话：${phone}`}</Text></View>
                <View><Text>{`地址：${address}`}</Text></View>
              </View>
            ))}
          </Card>
        )}
      </Loaded>
    </Section>
  )
}
