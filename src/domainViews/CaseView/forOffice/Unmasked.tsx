import { Text, View } from '@tarojs/components'
import type { Actions } from '../../../../types/api'
import { UNNAMED } from '../../../../domain/privacy/mask'
import { Notice } from '@/components/Notice'
import { RELATION } from '@/labels/household'

/** Who it is. There is no phone number to show: none is kept. */
export function Unmasked({ seen: { name, households, forHousehold } }: { seen: Actions['unmaskReporter']['reply'] }) {
  const lines = [
    name === UNNAMED ? '没有留下姓名' : `姓名：${name}`,
    ...households.map(({ estateName, label, relation }) => `${estateName} ${label}（${RELATION[relation].words}）`),
    ...(households.length === 0 ? ['没有绑定住户'] : []),
    ...(forHousehold ? [`这次是替 ${forHousehold.estateName} ${forHousehold.label} 报告的`] : []),
  ]
  return (
    <Notice tone='good' icon='eye' words='已记录，并告诉了本人。'>
      {lines.map((line) => <View key={line} className='unmask__line'><Text>{line}</Text></View>)}
      <View className='unmask__hint'><Text>系统不保存电话号码。离开这页以后要再看，须再写理由。</Text></View>
    </Notice>
  )
}
