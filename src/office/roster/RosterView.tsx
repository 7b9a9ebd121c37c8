import { useState } from 'react'
import type { Actions } from '../../../types/api'
import { Choice } from '@/components/Choice'
import { Empty } from '@/components/Empty'
import { Notice } from '@/components/Notice'
import { estatesToDecide } from '@/domainViews/standsBack'
import { ImportRoster } from './ImportRoster'
import './style.scss'

type RosterViewProps = { me: Actions['whoAmI']['reply']; first: string | undefined }

/** 导入住户名册, for one estate at a time. */
export function RosterView({ me, first }: RosterViewProps) {
  const { person } = me
  const estates = estatesToDecide(me)
  const [estateId, setEstateId] = useState(estates.find(({ id }) => id === first)?.id ?? estates[0]?.id)
  const estate = estates.find(({ id }) => id === estateId)
  if (!(person?.grants.some(({ role }) => role === 'office') ?? false)) return <Notice words='名册由镇考核办导入。' />
  if (!estate) return <Empty icon='building' title='还没有小区' words='先录入小区，再导入住户名册。' />
  return (
    <>
      <Choice label='小区' form='chips' value={estate.id} onChange={setEstateId} options={estates.map(({ id, name }) => ({ value: id, label: name }))} />
      <ImportRoster key={estate.id} estate={estate} />
    </>
  )
}
