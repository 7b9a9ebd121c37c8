import type { Actions } from '../../../types/api'
import type { InspectionMode } from '../../../types/codes'
import type { Level } from '../../../domain/rulebook/edition'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { estatesToDecide } from '@/domainViews/standsBack'
import { INSPECTION_MODE, LEVEL } from '@/labels/zh'
import { confirm } from '@/services/confirm'
import type { InspectionDraft } from './inspectionDraft'

type Me = Actions['whoAmI']['reply']
const MODES = Object.keys(INSPECTION_MODE) as InspectionMode[]
const LEVELS = Object.keys(LEVEL) as Level[]

const isOffice = (me: Me): boolean => me.person?.grants.some(({ role }) => role === 'office') ?? false
/** An inspector's level is the granted one; the office enters for any. */
export function levelOf(me: Me, chosen: Level | null): Level | null {
  if (isOffice(me)) return chosen
  const grant = me.person?.grants.find(({ role }) => role === 'inspector')
  return grant?.role === 'inspector' ? grant.level : null
}

/** 小区、方式、级别. Spots belong to an estate: another one loses them. */
export function Basics({ me, draft, onChange }: { me: Me; draft: InspectionDraft; onChange: (part: Partial<InspectionDraft>) => void }) {
  const { estateId, mode, problems } = draft
  const level = levelOf(me, draft.level)
  const chooseEstate = async (id: string) => {
    if (id === estateId) return
    if (problems.length > 0 && !(await confirm({ title: '换一个小区？', words: '已记下的问题保留，但位置要重新选。', yes: '换小区' }))) return
    onChange({ estateId: id, problems: problems.map((problem) => ({ ...problem, spotId: null, detail: '' })) })
  }
  return (
    <>
      <Field label='检查哪个小区'>
        <Choice label='小区' form='grid' value={estateId} onChange={(id) => void chooseEstate(id)} options={estatesToDecide(me).map(({ id, name }) => ({ value: id, label: name }))} />
      </Field>
      <Field label='检查方式' hint={!isOffice(me) && level ? `您是${LEVEL[level]}考评人员` : undefined}>
        <Choice label='检查方式' form='grid' value={mode} onChange={(value) => onChange({ mode: value })} options={MODES.map((value) => ({ value, label: INSPECTION_MODE[value] }))} />
      </Field>
      {isOffice(me) && (
        <Field label='哪一级的检查'>
          <Choice label='级别' form='grid' value={level} onChange={(value) => onChange({ level: value })} options={LEVELS.map((value) => ({ value, label: LEVEL[value] }))} />
        </Field>
      )}
    </>
  )
}
