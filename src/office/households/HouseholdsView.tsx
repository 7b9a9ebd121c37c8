import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { Empty } from '@/components/Empty'
import { Field } from '@/components/Field'
import { TextInput } from '@/components/TextInput'
import { estatesToDecide } from '@/domainViews/standsBack'
import { HouseholdList, type IssuedCodes } from './HouseholdList'
import './style.scss'

const ADDRESS_MAX = 20
const go = (page: 'roster' | 'slips', estateId: string) => void Taro.navigateTo({ url: `/office/pages/${page}/index?estateId=${estateId}` })
const NOWHERE = { building: '', room: '' }

/** 住户: an estate's roster, by building and room. */
export function HouseholdsView({ me }: { me: Actions['whoAmI']['reply'] }) {
  const { person } = me
  const estates = estatesToDecide(me)
  const [estateId, setEstateId] = useState(estates[0]?.id)
  const [typed, setTyped] = useState(NOWHERE)
  const [wanted, setWanted] = useState(NOWHERE)
  const [issued, setIssued] = useState<IssuedCodes>({})
  const look = () => setWanted({ building: typed.building.trim(), room: typed.room.trim() })
  const all = () => {
    setTyped(NOWHERE)
    setWanted(NOWHERE)
  }
  if (estateId === undefined) return <Empty icon='building' title='还没有小区' words='录入小区和住户名册后，这里就能办理。' />
  const isOffice = person?.grants.some(({ role }) => role === 'office') ?? false
  const isFiltered = wanted.building !== '' || wanted.room !== ''
  return (
    <>
      <Choice label='小区' form='chips' value={estateId} onChange={setEstateId} options={estates.map(({ id, name }) => ({ value: id, label: name }))} />
      {isOffice && (
        <View className='slip-acts'>
          <Button kind='secondary' icon='fileText' words='导入名册' onPress={() => go('roster', estateId)} />
          <Button kind='secondary' icon='printer' words='批量发码' onPress={() => go('slips', estateId)} />
        </View>
      )}
      <View className='households-search'>
        <Field label='楼栋'><TextInput label='楼栋' placeholder='如 3' value={typed.building} lengthMax={ADDRESS_MAX} onChange={(building) => setTyped({ ...typed, building })} onDone={look} /></Field>
        <Field label='房号'><TextInput label='房号' placeholder='如 501' value={typed.room} lengthMax={ADDRESS_MAX} onChange={(room) => setTyped({ ...typed, room })} onDone={look} /></Field>
        <View className='households-search__acts'>
          <Button kind='secondary' icon='search' words='查找' onPress={look} />
          {isFiltered && <Button kind='quiet' words='看全部' onPress={all} />}
        </View>
      </View>
      <HouseholdList key={JSON.stringify([estateId, wanted])} estateId={estateId} wanted={wanted} mayAct={isOffice} onAll={isFiltered ? all : undefined} issued={issued} onIssued={(id, code) => setIssued({ ...issued, [id]: code })} />
    </>
  )
}
