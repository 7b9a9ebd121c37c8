import { useState } from 'react'
import type { Actions } from '../../../types/api'
import { Badge } from '@/components/Badge'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { Empty } from '@/components/Empty'
import { Loaded } from '@/components/Loaded'
import { Notice } from '@/components/Notice'
import { Segments } from '@/components/Segments'
import { Skeleton } from '@/components/Skeleton'
import { DOOR_STANDING } from '@/labels/surveyDesk'
import { useRead } from '@/services/useAction'
import { Buildings } from '../staff/Buildings'
import { buildingWords } from '../staff/buildingWords'
import type { OpenSurvey } from '../staff/OpenSurveys'

export type Door = Actions['listDoors']['reply']['doors'][number]
type DoorListProps = { survey: OpenSurvey; building: string; onBuilding: (building: string) => void; onOpen: (door: Door) => void }

/** 上门名单 of a building. Whether a household has answered is all there is to know. */
export function DoorList({ survey: { id: surveyId, estateName, households, answered }, building, onBuilding, onOpen }: DoorListProps) {
  const [only, setOnly] = useState<'open' | 'all'>('open')
  const query = useRead('listDoors', { surveyId, building, open: only === 'open' }, { placeholderData: (before) => before })
  return (
    <>
      <Notice words={`${estateName}已答 ${answered}${households === null ? '' : ` / ${households}`} 户。答卷由住户本人按，工作人员不代答、不看答案。`} />
      <Loaded query={query}>
        {({ buildings, doors }) => {
          if (buildings.length === 0) return <Empty icon='house' title='名册里没有住户' words='请考核办先导入住户名册。' />
          const isKnown = buildings.includes(building)
          return (
            <>
              <Buildings buildings={buildings} value={isKnown ? building : ''} onChange={onBuilding} />
              {isKnown && <Segments label='看哪些户' items={[{ value: 'open', words: '未答' }, { value: 'all', words: '全部' }]} value={only} onChange={setOnly} />}
              {isKnown && query.isPlaceholderData && <Skeleton rows={3} />}
              {isKnown && !query.isPlaceholderData && <Doors building={building} doors={doors} isAll={only === 'all'} onOpen={onOpen} />}
              {!isKnown && <Empty icon='building' title='先选楼栋' />}
            </>
          )
        }}
      </Loaded>
    </>
  )
}

function Doors({ building, doors, isAll, onOpen }: { building: string; doors: readonly Door[]; isAll: boolean; onOpen: (door: Door) => void }) {
  if (doors.length === 0) return <Empty icon='circleCheck' title={isAll ? `${buildingWords(building)}没有应调查的户` : `${buildingWords(building)}没有未答的户了`} words='可以换一栋。' />
  return <Card flush>{doors.map((door) => <Cell key={door.householdId} icon='house' title={door.label} value={<Badge {...DOOR_STANDING[door.standing]} />} onPress={door.standing === 'open' ? () => onOpen(door) : undefined} />)}</Card>
}
