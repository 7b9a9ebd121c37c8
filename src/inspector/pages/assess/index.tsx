import { useState } from 'react'
import type { Actions } from '../../../../types/api'
import { guarded } from '@/components/Guarded'
import { Loaded } from '@/components/Loaded'
import { Page } from '@/components/Page'
import { Segments } from '@/components/Segments'
import { Skeleton } from '@/components/Skeleton'
import { useRules } from '@/domainViews/useRules'
import { estatesToDecide, standsBack } from '@/domainViews/standsBack'
import { useRead } from '@/services/useAction'
import { ProjectForm } from '../../assess/ProjectForm'
import { PropertyCheckForm } from '../../assess/PropertyCheckForm'
import { RedPropertyForm } from '../../assess/RedPropertyForm'

const SHEETS = {
  property: { words: '考核细则', Form: PropertyCheckForm, isOfficeOnly: false },
  redProperty: { words: '红色物业', Form: RedPropertyForm, isOfficeOnly: false },
  project: { words: '创建项目', Form: ProjectForm, isOfficeOnly: true },
} as const
type SheetName = keyof typeof SHEETS

/** 考核录入: what is no case. */
function AssessPage() {
  const me = useRead('whoAmI', {})
  return <Page title='考核录入'><Loaded query={me}>{(data) => <Sheets me={data} />}</Loaded></Page>
}

/** What was while they belonged to the town may still be entered. */
const estatesOfThePast = (me: Actions['whoAmI']['reply']) => me.leftEstates.filter(({ id }) => !standsBack(me, id)).map(({ id, name }) => ({ id, name: `${name}（已退出）` }))

function Sheets({ me }: { me: Actions['whoAmI']['reply'] }) {
  const edition = useRules()?.edition
  const [sheet, setSheet] = useState<SheetName>('property')
  const isOffice = me.person?.grants.some(({ role }) => role === 'office') ?? false
  const names = (Object.keys(SHEETS) as SheetName[]).filter((name) => isOffice || !SHEETS[name].isOfficeOnly)
  const { Form } = SHEETS[sheet]
  return (
    <>
      <Segments label='考核表' items={names.map((value) => ({ value, words: SHEETS[value].words }))} value={sheet} onChange={setSheet} />
      {edition ? <Form edition={edition} estates={[...estatesToDecide(me), ...estatesOfThePast(me)]} /> : <Skeleton />}
    </>
  )
}

export default guarded(AssessPage)
