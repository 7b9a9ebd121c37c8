import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import { Card } from '@/components/Card'
import { Empty } from '@/components/Empty'
import { Icon } from '@/components/Icon'
import { Loaded } from '@/components/Loaded'
import { Place } from '@/components/Place'
import { Press } from '@/components/Press'
import { Section } from '@/components/Section'
import { CaseRow } from '@/domainViews/CaseRow'
import { ChooseEstate } from '@/domainViews/ChooseEstate'
import { dangerFirst } from '@/domainViews/Danger/dangerWords'
import { EstateMonth } from '@/domainViews/EstateMonth'
import { openCase } from '@/domainViews/openCase'
import { openCases } from '@/domainViews/caseSegment'
import { Outbox } from '@/domainViews/Outbox'
import { useRules } from '@/domainViews/useRules'
import { useRead } from '@/services/useAction'
import { CameOf } from './CameOf'
import { LargeType } from './LargeType'
import { SurveyBanner } from './SurveyBanner'
import './style.scss'

const SHOWN = 5
const OVER = ['closed', 'withdrawn', 'refused']

/** 居民首页: report, what became of mine, how my estate does. */
export default function ResidentHome({ me }: { me: Actions['whoAmI']['reply'] }) {
  const { person } = me
  const estateId = person?.estateId
  const mine = useRead('listCases', { scope: 'mine' })
  if (!person || !estateId) return <Section title='您住在哪个小区？' note='选好后可以报告问题，看自己小区的进展。'><ChooseEstate me={me} /></Section>
  return (
    <>
      <Press className='report-button' onPress={() => void Taro.navigateTo({ url: '/pages/report/index' })}>
        <Icon name='camera' size='large' />
        <View className='report-button__words'>
          <View className='report-button__title'><Text>报告问题</Text></View>
          <View><Text>拍张照片，一分钟说清楚</Text></View>
        </View>
      </Press>
      <Place><Outbox person={person} estates={me.estates} /></Place>
      <SurveyBanner estateId={estateId} me={me} />
      <CameOf />
      <Section title='我报告的' more={{ words: '全部', onPress: () => openCases('mine') }}>
        <Loaded query={mine} skeletonRows={2}>{({ cases }) => <MyOpen cases={cases} />}</Loaded>
      </Section>
      <EstateMonth estateId={estateId} estateName={person.estateName ?? '小区'} />
      <LargeType />
    </>
  )
}

function MyOpen({ cases }: { cases: Actions['listCases']['reply']['cases'] }) {
  const open = cases.filter(({ state }) => !OVER.includes(state))
  // A danger comes first, then what waits for me.
  const ordered = dangerFirst([...open.filter(({ state }) => state === 'answered'), ...open.filter(({ state }) => state !== 'answered')], useRules()?.edition)
  if (ordered.length === 0)
    return <Card><Empty icon='circleCheck' title={cases.length > 0 ? '您报告的都办完了' : '您还没有报告过问题'} words='看到垃圾没扫、设施坏了、通道被堵，点上面的按钮告诉我们。' /></Card>
  return <Card flush>{ordered.slice(0, SHOWN).map((case_) => <CaseRow key={case_.id} case_={case_} onOpen={() => openCase(case_.id)} />)}</Card>
}
