import { Text } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { Empty } from '@/components/Empty'
import { Loaded } from '@/components/Loaded'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'
import { agoWords } from '@/domainViews/agoWords'
import { Unbookable } from '@/domainViews/Unbookable'
import { DESK, DESK_PHOTOS } from '@/labels/office'
import { useRead } from '@/services/useAction'
import { useNow } from '@/services/useNow'
import { ClockHealth } from './ClockHealth'
import { OfficeLinks } from './OfficeLinks'
import { useSurveysWaiting } from './useSurveysWaiting'
import './desk.scss'

type Desk = Actions['readDesk']['reply']
type Surveys = ReturnType<typeof useSurveysWaiting>
const REFRESH_MS = 300_000

/** 考核办: what waits for a decision, by kind, oldest first; whether the clock runs; who cannot be reached. */
export default function OfficeHome(_: { me: Actions['whoAmI']['reply'] }) {
  const query = useRead('readDesk', {}, { refetchInterval: REFRESH_MS })
  const surveys = useSurveysWaiting(REFRESH_MS)
  return (
    <Loaded query={query} skeletonRows={6}>
      {(desk) => (
        <>
          <Waiting desk={desk} surveys={surveys} />
          <Unbookable cases={desk.unbookable} />
          <ClockHealth clock={desk.clock} />
          <Unmanaged estates={desk.unmanaged} />
          <Unreachable people={desk.unreachable} />
          <OfficeLinks />
        </>
      )}
    </Loaded>
  )
}

/** What waits in one list: cases by kind, the oldest first, then surveys and photos. */
function rowsOf({ waiting, photosToDecide }: Desk, surveys: Surveys) {
  const cases = waiting.map(({ kind, count, oldestAt }) => ({ ...DESK[kind], count, oldestAt, url: `/office/pages/desk/index?kind=${kind}` }))
  return [...cases.sort((a, b) => (a.oldestAt ?? 0) - (b.oldestAt ?? 0)), ...surveys, { ...DESK_PHOTOS, count: photosToDecide, oldestAt: null, url: '/office/pages/photos/index' }]
}

function Waiting({ desk, surveys }: { desk: Desk; surveys: Surveys }) {
  const now = useNow(60_000)
  const rows = rowsOf(desk, surveys)
  const some = rows.filter(({ count }) => count > 0)
  const none = rows.filter(({ count }) => count === 0)
  const total = some.reduce((sum, { count }) => sum + count, 0)
  return (
    <Section title={total > 0 ? `${total} 件等您办理` : '等您办理'} note={total > 0 ? `等得最久的排在最前${desk.photosToDecide > 0 ? '，照片在最后' : ''}` : undefined}>
      {total === 0 && <Empty icon='circleCheck' title='都办完了' words='有新的报告、申请或回复，会出现在这里' />}
      {total > 0 && (
        <Card flush>
          {some.map(({ words, icon, asks, count, oldestAt, url }) => (
            <Cell
              key={url} icon={icon} title={<Text className='desk__kind'>{words}</Text>}
              note={<Text>{`${asks}${oldestAt === null ? '' : `；最早的是 ${agoWords(oldestAt, now)}`}`}</Text>}
              value={<Text className='desk__count'>{count}</Text>}
              onPress={() => void Taro.navigateTo({ url })}
            />
          ))}
        </Card>
      )}
      {none.length > 0 && total > 0 && <Text className='desk__none'>{`没有等待的：${none.map(({ words }) => words).join('、')}`}</Text>}
    </Section>
  )
}

function Unmanaged({ estates }: { estates: Desk['unmanaged'] }) {
  if (estates.length === 0) return null
  return <Notice tone='urgent' icon='triangleAlert' words={`${estates.map(({ name }) => name).join('、')}没有物业项目负责人，派去的案卷没有人收到，时限照常计算。请尽快指定，并联系物业。`} />
}

function Unreachable({ people }: { people: Desk['unreachable'] }) {
  if (people.length === 0) return <Notice tone='good' words='各小区负责人都能收到微信提醒' />
  return (
    <Section title={`${people.length} 位负责人收不到微信提醒`} note='他们的提醒次数用完了。时限将到时请打电话，并请他们打开小程序点“补充一次”。'>
      <Card flush>{people.map(({ personId, name, estateName }) => <Cell key={`${personId}:${estateName}`} icon='user' title={name} value={estateName} />)}</Card>
    </Section>
  )
}
