import { useState } from 'react'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { TextInput } from '@/components/TextInput'
import type { StepProps } from './stepProps'

/** What stands for "none of these" in the list of spots. */
const ELSEWHERE = 'elsewhere'

export function PlaceStep({ me, draft, change, missing }: StepProps) {
  const [choosing, setChoosing] = useState(false)
  const estate = me.estates.find(({ id }) => id === draft.estateId)
  const spots = estate?.spots ?? []
  const options = [...spots.map(({ id, name }) => ({ value: id, label: name })), ...(spots.length > 0 ? [{ value: ELSEWHERE, label: '别的地方' }] : [])]
  const spot = draft.spotId ?? (draft.detail && spots.length > 0 ? ELSEWHERE : null)

  if (choosing)
    return (
      <Field label='哪个小区？'>
        <Choice label='哪个小区' value={draft.estateId} options={me.estates.map(({ id, name }) => ({ value: id, label: name }))} onChange={(estateId) => { change({ estateId, ...(estateId !== draft.estateId && { spotId: null }) }); setChoosing(false) }} />
        <Button kind='quiet' words='不换了' onPress={() => setChoosing(false)} />
      </Field>
    )
  return (
    <>
      <Field label='在哪个小区？'>
        <Card flush><Cell icon='building' title={estate?.name ?? '请选择小区'} value='换小区' label={`${estate?.name ?? ''}，点按换小区`} onPress={() => setChoosing(true)} /></Card>
      </Field>
      <Field label='在小区的哪里？'>
        {/* Above the list: below it nobody would see it. */}
        {missing && <Notice tone='urgent' words={missing} />}
        {options.length > 0 && <Choice label='位置' form='grid' value={spot} options={options} onChange={(value) => change({ spotId: value === ELSEWHERE ? null : value })} />}
      </Field>
      <Field label='再说细一点' optional={draft.spotId !== null} hint='比如：2 单元门口、靠围墙一侧。'>
        <TextInput label='具体位置' value={draft.detail} lengthMax={200} placeholder='具体位置' onChange={(detail) => change({ detail })} />
      </Field>
    </>
  )
}
