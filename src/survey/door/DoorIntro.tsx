import { Text, View } from '@tarojs/components'
import { ActionBar } from '@/components/ActionBar'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Heading } from '@/components/Heading'
import './style.scss'

const LINES = [
  '这是镇里的物业满意率调查，一户一份，不记名。',
  '您自己在手机上按，我转过身去，不看您按了什么。',
  '交了以后，连我们也查不出您家答的是什么。',
  '答完会给您一个改答码。调查结束前，您可以用自己的手机修改。',
]

/** Read aloud, then the phone is handed over. */
export function DoorIntro({ label, count, onStart, onBack }: { label: string; count: number; onStart: () => void; onBack: () => void }) {
  return (
    <>
      <Heading className='door-title'><Text>{label}</Text></Heading>
      <Card>
        <View className='door-aloud'><Text>请读给住户听</Text></View>
        {LINES.map((words) => <View key={words} className='door-line'><Text>{words}</Text></View>)}
        <View className='door-line'><Text>{`一共 ${count} 题，两三分钟。`}</Text></View>
      </Card>
      <ActionBar>
        <Button kind='secondary' words='先不答' onPress={onBack} />
        <Button words='请住户本人按' onPress={onStart} />
      </ActionBar>
    </>
  )
}
