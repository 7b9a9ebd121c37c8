import { Text, View } from '@tarojs/components'
import type { Actions } from '../../../types/api'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { Heading } from '@/components/Heading'
import { ChooseEstate } from '@/domainViews/ChooseEstate'
import { openBinding } from '@/domainViews/openHousehold'
import { LargeType } from './LargeType'
import './style.scss'

/** The first look: one question, and why it is asked. */
export function FirstVisit({ me }: { me: Actions['whoAmI']['reply'] }) {
  return (
    <>
      <View className='first-visit'>
        <Heading className='first-visit__title'><Text>先选您住的小区</Text></Heading>
        <View><Text>选好就能报告问题、看处理进展和小区排名。以后可以在“我的”里更改。</Text></View>
      </View>
      <ChooseEstate me={me} />
      <Card flush><Cell icon='house' title='有绑定码，或家人邀请' note='绑定住户，小区自动选好' onPress={openBinding} /></Card>
      <LargeType />
    </>
  )
}
