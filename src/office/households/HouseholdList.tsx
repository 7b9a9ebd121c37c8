import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { Empty } from '@/components/Empty'
import { ListEnd } from '@/components/ListEnd'
import { Loaded } from '@/components/Loaded'
import { Notice } from '@/components/Notice'
import { Split } from '@/components/Split'
import { usePages } from '@/services/usePages'
import { useWide } from '@/services/useWide'
import { HouseholdCare } from './HouseholdCare'
import { HouseholdRow } from './HouseholdRow'
import type { IssuedCode } from './Slip'
import './style.scss'

/** 绑定码 issued since the page was opened, by household: another row tapped by mistake loses none. */
export type IssuedCodes = Readonly<Record<string, IssuedCode | undefined>>
type HouseholdListProps = { estateId: string; wanted: { building: string; room: string }; mayAct: boolean; onAll?: () => void; issued: IssuedCodes; onIssued: (householdId: string, code: IssuedCode | undefined) => void }

/** The rows; the one that is open stands beside them on a PC, below its row on a phone. */
export function HouseholdList({ estateId, wanted, mayAct, onAll, issued, onIssued }: HouseholdListProps) {
  const wide = useWide()
  const [open, setOpen] = useState<string>()
  const { query, pages, more, next, loadingMore } = usePages('listHouseholds', { estateId, ...(wanted.building && { building: wanted.building }), ...(wanted.room && { room: wanted.room }) })
  const households = pages.flatMap((page) => page.households)
  const total = pages[0]?.total ?? 0
  const chosen = households.find(({ id }) => id === open)
  const toggle = (id: string) => setOpen(open === id && !wide ? undefined : id)
  const care = chosen && <HouseholdCare key={chosen.id} household={chosen} mayAct={mayAct} isApart={wide} issued={issued[chosen.id]} onIssued={(code) => onIssued(chosen.id, code)} />
  const list = (
    <>
      <View className='households-total'><Text>{`共 ${total} 户`}</Text></View>
      {households.map((household) => (
        <View key={household.id}>
          <HouseholdRow household={household} isOpen={household.id === open} onPress={() => toggle(household.id)} />
          {!wide && household.id === open && care}
        </View>
      ))}
      <ListEnd more={more} loading={loadingMore} onMore={next} />
    </>
  )
  return (
    <Loaded query={query}>
      {() => {
        if (households.length === 0) return <Empty icon='house' title={onAll ? '没有这一户' : '这个小区还没有名册'} words={onAll ? '换个写法试试，只写楼栋或房号也可以。' : '导入住户名册后，这里就能发绑定码。'} action={onAll && { words: '看全部', onPress: onAll }} />
        return <Split open={chosen?.id} list={list} detail={wide ? (care ?? <Notice words='点一户，在这里办理。' />) : undefined} />
      }}
    </Loaded>
  )
}
