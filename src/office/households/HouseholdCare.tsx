import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { Notice } from '@/components/Notice'
import { momentWords } from '@/domainViews/momentWords'
import { HOUSEHOLD_STATUS } from '@/labels/household'
import { useNow } from '@/services/useNow'
import type { HouseholdStatus } from '../../../domain/household/status'
import { ClearHousehold } from './ClearHousehold'
import type { Household } from './HouseholdRow'
import { IssueCode } from './IssueCode'
import { SetStatus } from './SetStatus'
import { slipWords } from './slipWords'
import type { IssuedCode } from './Slip'
import './style.scss'

type HouseholdCareProps = {
  household: Household; mayAct: boolean; issued: IssuedCode | undefined; onIssued: (issued: IssuedCode | undefined) => void
  /** Beside the list, not right below its row. */
  isApart: boolean
}

/** 办理 for one household: a new slip, another 入住情况, or 搬走. */
export function HouseholdCare({ household, mayAct, issued, onIssued, isApart }: HouseholdCareProps) {
  const now = useNow(60_000)
  const [cleared, setCleared] = useState<number>()
  const [doing, setDoing] = useState<'clear' | 'status'>()
  const [changed, setChanged] = useState<HouseholdStatus>()
  const { label, status, members, phones, slip } = household
  const isEmpty = members === 0 && phones === 0 && slip === null
  const finish = (count: number) => {
    setDoing(undefined)
    setCleared(count)
    // The slip on the screen opens nothing any more.
    onIssued(undefined)
  }
  return (
    <View className='household-care'>
      <Card flush>
        {isApart && <Cell icon='house' title={label} note={HOUSEHOLD_STATUS[status]} />}
        <Cell icon='users' title='已绑定' value={`${members} 人`} />
        <Cell icon='phone' title='登记手机号' note='号码不显示，只用来核对' value={`${phones} 个`} />
        <Cell icon='keyRound' title={slipWords(slip).words} note={slip ? `${momentWords(slip.issuedAt, now)}发出` : '住户可以凭登记手机号或绑定码绑定'} />
      </Card>
      {cleared !== undefined && <Notice tone='good' words={cleared > 0 ? `已清退，解除了 ${cleared} 人的绑定，并告诉了他们。` : '已清退。'} />}
      {changed !== undefined && <Notice tone='good' words={`入住情况已改成“${HOUSEHOLD_STATUS[changed]}”。`} />}
      {mayAct && doing === undefined && (
        <>
          <IssueCode household={household} issued={issued} onIssued={onIssued} />
          <Button kind='quiet' words='更改入住情况' onPress={() => setDoing('status')} />
          {!isEmpty && <Button kind='quiet' words='住户搬走了，清退绑定' onPress={() => setDoing('clear')} />}
        </>
      )}
      {doing === 'clear' && <ClearHousehold household={household} onDone={finish} onBack={() => setDoing(undefined)} />}
      {doing === 'status' && <SetStatus household={household} onDone={(next) => { setDoing(undefined); setChanged(next) }} onBack={() => setDoing(undefined)} />}
    </View>
  )
}
