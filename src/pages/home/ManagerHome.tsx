import { useState } from 'react'
import { Text } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import type { CaseSummary } from '../../../types/api/common'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { Empty } from '@/components/Empty'
import { Notice } from '@/components/Notice'
import { Place } from '@/components/Place'
import { Segments } from '@/components/Segments'
import { CaseList, casesOf, useCases } from '@/domainViews/CaseList'
import { caseTitle } from '@/domainViews/caseTitle'
import { dangerWords, isDanger } from '@/domainViews/Danger/dangerWords'
import { openCase } from '@/domainViews/openCase'
import { MANAGER_NOTE } from '@/labels/office'
import { useRules } from '@/domainViews/useRules'
import { useQuota } from '@/domainViews/useQuota'
import { MostUrgent } from './MostUrgent'

type View = 'open' | 'handled'

/** 物业项目负责人: how long there is for the most urgent case, then all of them by time left. */
export default function ManagerHome({ me }: { me: Actions['whoAmI']['reply'] }) {
  const grants = me.person?.grants.filter((grant) => grant.role === 'manager') ?? []
  const [estateId, setEstateId] = useState(grants[0]?.estateId ?? '')
  const [view, setView] = useState<View>('open')
  const open = useCases({ scope: 'estate', estateId, open: true })
  const handled = useCases({ scope: 'estate', estateId, open: false }, view === 'handled')
  const cases = casesOf(open)
  return (
    <>
      {grants.length > 1 && <Segments label='小区' items={grants.map((grant) => ({ value: grant.estateId, words: grant.estateName }))} value={estateId} onChange={setEstateId} />}
      <Place><Dangers cases={cases} /></Place>
      <Place><MostUrgent cases={cases} more={open.more} /></Place>
      <Segments label='案卷' items={[{ value: 'open', words: open.query.data ? `待处理 ${cases.length}${open.more ? '+' : ''}` : '待处理' }, { value: 'handled', words: '已处理' }]} value={view} onChange={setView} />
      <Place>
        {view === 'open' ? (
          <CaseList list={open} noteOf={({ state }) => MANAGER_NOTE[state]} onOpen={answer} empty={<Empty icon='circleCheck' title='没有待处理的案卷' words='有新的案卷会在微信里提醒您' />} />
        ) : (
          <CaseList list={handled} noteOf={({ state }) => MANAGER_NOTE[state]} onOpen={openCase} empty={<Empty icon='folderOpen' title='还没有处理过的案卷' />} />
        )}
      </Place>
      <Place><Reminders /></Place>
      <Card flush>
        <Cell icon='trendingUp' title='本小区得分' note={grants.find((grant) => grant.estateId === estateId)?.estateName} onPress={() => go(`/pages/score/index?estateId=${estateId}`)} />
      </Card>
    </>
  )
}

const go = (url: string) => void Taro.navigateTo({ url })
const answer = (id: string) => go(`/manager/pages/answer/index?id=${id}`)

/** 有危险: before what is due first. */
function Dangers({ cases }: { cases: readonly CaseSummary[] }) {
  const edition = useRules()?.edition
  const dangers = cases.filter((each) => isDanger(each, edition))
  const [first] = dangers
  if (!first) return null
  const what = `${caseTitle(first, edition)}${first.placeText && `（${first.placeText}）`}`
  return <Notice tone='urgent' icon='triangleAlert' words={`${dangers.length} 件有危险：${what}。${dangerWords(first.state, 'staff')}`} action={{ words: '去处理', onPress: () => answer(first.id) }} />
}

/** Told where it is read anyway; one tap is as many messages as WeChat allows. */
function Reminders() {
  const { left, topUp, asking } = useQuota(['caseTask', 'caseDeadline'])
  if (left === undefined) return null
  const words = left === 0 ? '微信提醒已用完，收不到新案卷和时限提醒' : `微信还能提醒您 ${left} 次`
  return (
    <Card flush>
      <Cell icon='bell' title='微信提醒' note={<Text>{words}</Text>} value={<Button inline kind={left === 0 ? 'primary' : 'quiet'} words='补充一次' sendingWords='正在记下…' sending={asking} onPress={() => void topUp()} />} />
    </Card>
  )
}
