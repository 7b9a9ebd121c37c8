import { useState } from 'react'
import { homeSpot } from '../../../domain/household/homeSpot'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { Fold } from '@/components/Fold'
import { Refusal } from '@/components/Refusal'
import { TextInput } from '@/components/TextInput'
import { ForWhom } from './ForWhom'
import { lastSpots } from './lastSpots'
import { MapPosition } from './MapPosition'
import { DETAIL_MAX } from './missing'
import type { StepProps } from './stepProps'

/** What stands for "none of these" in the list of spots. */
const ELSEWHERE = 'elsewhere'
/** More than a screen of places nobody reads. */
const SHOWN = 14

export function PlaceStep(props: StepProps) {
  const { me, draft, change, missing, onEdit } = props
  const estate = me.estates.find(({ id }) => id === draft.estateId)
  const [choosing, setChoosing] = useState(estate === undefined)
  const [isElsewhere, setElsewhere] = useState(draft.spotId === null && draft.detail !== '')
  const home = me.households.filter(({ estateId }) => estateId === draft.estateId).map(({ label }) => homeSpot(label, estate?.spots ?? []))
  const first = [...home, ...lastSpots(draft.estateId)]
  const spots = [...(estate?.spots ?? [])].sort((a, b) => rank(first, a.id) - rank(first, b.id)).map(({ id, name }) => ({ value: id, label: name, hint: home.includes(id) ? '您家这幢' : undefined }))

  function choose(value: string) {
    setElsewhere(value === ELSEWHERE)
    if (value === ELSEWHERE) return change({ spotId: null })
    change({ spotId: value })
    onEdit('what')
  }
  if (choosing)
    return (
      <Field label='哪个小区？' error={missing ?? undefined}>
        <Choice label='哪个小区' value={draft.estateId} options={me.estates.map(({ id, name }) => ({ value: id, label: name }))} onChange={(estateId) => { change({ estateId, ...(estateId !== draft.estateId && { spotId: null, forHouseholdId: null }) }); setChoosing(false) }} />
        {estate && <Button kind='quiet' words='不换了' onPress={() => setChoosing(false)} />}
      </Field>
    )
  // A tap on a spot leaves the page: what may be said beside it is said before, and what must be said instead of it after.
  const isBefore = spots.length > 0 && !isElsewhere
  const detail = (
    <Field label='再说细一点' optional={isBefore} hint='比如：2 单元门口、靠围墙一侧。'>
      <TextInput label='具体位置' value={draft.detail} lengthMax={DETAIL_MAX * 2} placeholder='具体位置' onChange={(words) => change({ detail: words })} />
    </Field>
  )
  return (
    <>
      <ForWhom {...props} />
      <Field label='在哪个小区？'>
        <Card flush><Cell icon='building' title={estate?.name ?? '请选择小区'} value='换小区' onPress={() => setChoosing(true)} /></Card>
      </Field>
      {isBefore && detail}
      <Field label='在小区的哪里？' hint={spots.length > 0 ? '点一个就到下一步。' : undefined}>
        {/* Above the list: below it nobody would see it. */}
        {missing && <Refusal words={missing} />}
        {spots.length > 0 && <Choice label='位置' form='grid' value={isElsewhere ? ELSEWHERE : draft.spotId} options={[...spots.slice(0, SHOWN), { value: ELSEWHERE, label: '别的地方' }]} onChange={choose} />}
        {spots.length > SHOWN && <Fold title={`其余 ${spots.length - SHOWN} 个位置`}><Choice label='其余位置' form='grid' value={draft.spotId} options={spots.slice(SHOWN)} onChange={choose} /></Fold>}
      </Field>
      {!isBefore && detail}
      <MapPosition draft={draft} change={change} />
    </>
  )
}

/** The own house, then where something was reported last, then the estate's order. */
const rank = (first: readonly (string | null)[], id: string): number => (first.includes(id) ? first.indexOf(id) : first.length)
