import { useState } from 'react'
import type { Actions } from '../../../types/api'
import { Choice } from '@/components/Choice'
import { Empty } from '@/components/Empty'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { TextInput } from '@/components/TextInput'
import { estatesToDecide } from '@/domainViews/standsBack'
import { DrawSlips } from './DrawSlips'
import { SlipRuns } from './SlipRuns'

const BUILDING_MAX = 20
type SlipsViewProps = { me: Actions['whoAmI']['reply']; first: string | undefined }

/** 批量发绑定码: choose where, draw, and ask for the sheet to print. */
export function SlipsView({ me, first }: SlipsViewProps) {
  const { person } = me
  const estates = estatesToDecide(me)
  const [estateId, setEstateId] = useState(estates.find(({ id }) => id === first)?.id ?? estates[0]?.id)
  const [building, setBuilding] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  if (!(person?.grants.some(({ role }) => role === 'office') ?? false)) return <Notice words='绑定码由镇考核办发放。' />
  if (estateId === undefined) return <Empty icon='building' title='还没有小区' words='先录入小区和住户名册，再发绑定码。' />
  return (
    <>
      <Choice label='小区' form='chips' value={estateId} onChange={setEstateId} options={estates.map(({ id, name }) => ({ value: id, label: name }))} />
      <Field label='楼栋' optional hint='一幢一幢发，送起来方便；不填就按楼栋顺序发整个小区'>
        <TextInput label='楼栋' placeholder='如 3' value={building} lengthMax={BUILDING_MAX} onChange={setBuilding} />
      </Field>
      <DrawSlips key={`${estateId} ${building.trim()}`} estateId={estateId} building={building.trim()} onBusy={setIsBusy} />
      {!isBusy && <SlipRuns estateId={estateId} />}
    </>
  )
}
