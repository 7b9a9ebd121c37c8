import { homeSpot } from '../../../domain/household/homeSpot'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import type { StepProps } from './stepProps'

const MYSELF = 'myself'

/** 代办: who is bound to an elder's household may report for them; their estate and building come with it. Nobody else is asked. */
export function ForWhom({ me, draft, change }: Pick<StepProps, 'me' | 'draft' | 'change'>) {
  const relatives = me.households.filter(({ relation, estateId }) => relation === 'relative' && me.estates.some(({ id }) => id === estateId))
  // A household one was removed from meanwhile has to be let go of.
  if (relatives.length === 0 && draft.forHouseholdId === null) return null
  function choose(value: string) {
    const household = relatives.find(({ id }) => id === value)
    if (!household) return change({ forHouseholdId: null })
    const spots = me.estates.find(({ id }) => id === household.estateId)?.spots ?? []
    change({ forHouseholdId: household.id, estateId: household.estateId, spotId: homeSpot(household.label, spots), detail: household.estateId === draft.estateId ? draft.detail : '' })
  }
  return (
    <Field label='这次是谁的事？' hint='替家里老人报，进展由您来看；物业不会知道是哪一户。'>
      <Choice label='替谁报' value={draft.forHouseholdId ?? MYSELF} options={[{ value: MYSELF, label: '我自己看到的' }, ...relatives.map(({ id, estateName, label }) => ({ value: id, label: '替家里老人报', hint: `${estateName} ${label}` }))]} onChange={choose} />
    </Field>
  )
}
