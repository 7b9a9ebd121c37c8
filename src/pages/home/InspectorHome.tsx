import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { Empty } from '@/components/Empty'
import { Section } from '@/components/Section'
import { CaseList, useCases } from '@/domainViews/CaseList'
import { RecentInspected } from './RecentInspected'
import './desk.scss'

const go = (url: string) => void Taro.navigateTo({ url })

/** 考评人员: start an inspection, verify what was answered, see what the last inspections found. */
export default function InspectorHome(_: { me: Actions['whoAmI']['reply'] }) {
  const waiting = useCases({ scope: 'desk', waiting: 'toVerify' })
  return (
    <>
      <View className='desk__main'><Button icon='search' words='开始检查' onPress={() => go('/inspector/pages/inspect/index')} /></View>
      <Card flush>
        <Cell icon='listChecks' title='考核录入' note='附件2 考核细则、“红色物业”评分' onPress={() => go('/inspector/pages/assess/index')} />
        <Cell icon='house' title='上门答卷' note='满意率调查：没有手机、不会用手机的住户' onPress={() => go('/survey/pages/door/index')} />
        <Cell icon='fileText' title='纸质问卷' note='满意率调查：登记信封，两人各录一遍' onPress={() => go('/survey/pages/paper/index')} />
      </Card>
      <Section title='待核查' note='物业已回复，请对照结案标准核查'>
        <CaseList list={waiting} withEstate noteOf={() => ''} onOpen={(id) => go(`/office/pages/decide/index?id=${id}`)} empty={<Empty icon='clipboardCheck' title='没有等待核查的案卷' words='物业回复之后会出现在这里' />} />
      </Section>
      <RecentInspected />
    </>
  )
}
