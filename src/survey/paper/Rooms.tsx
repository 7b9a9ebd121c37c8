import type { Actions } from '../../../types/api'
import { Choice } from '@/components/Choice'
import { Empty } from '@/components/Empty'
import { DOOR_STANDING } from '@/labels/surveyDesk'

type Door = Actions['listDoors']['reply']['doors'][number]
export type Envelope = { readonly householdId: string; readonly label: string }
type RoomsProps = { doors: readonly Door[]; chosen: readonly Envelope[]; onChange: (chosen: readonly Envelope[]) => void }

/** The rooms of one building to be ticked; those chosen in others stay as they are. */
export function Rooms({ doors, chosen, onChange }: RoomsProps) {
  if (doors.length === 0) return <Empty icon='house' title='这一栋没有应调查的户' />
  const here = new Set(doors.map(({ householdId }) => householdId))
  const elsewhere = chosen.filter(({ householdId }) => !here.has(householdId))
  const tick = (ids: readonly string[]) => onChange([...elsewhere, ...doors.filter(({ householdId }) => ids.includes(householdId)).map(({ householdId, label }) => ({ householdId, label }))])
  return (
    <Choice
      label='房号' form='grid' multi value={chosen.filter(({ householdId }) => here.has(householdId)).map(({ householdId }) => householdId)} onChange={tick}
      options={doors.map(({ householdId, label, standing }) => ({ value: householdId, label, disabled: standing !== 'open', hint: standing === 'open' ? undefined : DOOR_STANDING[standing].words }))}
    />
  )
}
