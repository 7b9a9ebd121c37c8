import { Text, View } from '@tarojs/components'
import type { Actions } from '../../../types/api'
import { ChooseEstate } from '@/domainViews/ChooseEstate'
import './style.scss'

/** The first look: one question, and why it is asked. */
export function FirstVisit({ me }: { me: Actions['whoAmI']['reply'] }) {
  return (
    <>
      <View className='first-visit'>
        <View className='first-visit__title' ariaRole='heading'><Text>先选您住的小区</Text></View>
        <View><Text>选好就能报告问题、看处理进展和小区排名。以后可以在“我的”里更改。</Text></View>
      </View>
      <ChooseEstate me={me} />
    </>
  )
}
