import { useState } from 'react'
import type { Actions } from '../../../types/api'
import type { Role } from '../../../types/documents/people'
import { Segments } from '@/components/Segments'
import { FirstVisit } from './FirstVisit'
import { Greeting } from './Greeting'
import AuditorHome from './AuditorHome'
import InspectorHome from './InspectorHome'
import ManagerHome from './ManagerHome'
import OfficeHome from './OfficeHome'
import ResidentHome from './ResidentHome'

type HomeProps = { me: Actions['whoAmI']['reply'] }

/** Every role has its home; those who work come before the resident, who everybody is. */
const HOMES = {
  office: { words: '考核办', Body: OfficeHome },
  manager: { words: '物业', Body: ManagerHome },
  inspector: { words: '考评', Body: InspectorHome },
  auditor: { words: '监督', Body: AuditorHome },
  resident: { words: '居民', Body: ResidentHome },
} as const satisfies Record<Role, { words: string; Body: (props: HomeProps) => JSX.Element | null }>
const ORDER = Object.keys(HOMES) as Role[]

/** The page by who one is; with several roles, side by side. */
export function Home({ me }: HomeProps) {
  const { person } = me
  const roles = ORDER.filter((role) => role === 'resident' || person?.grants.some((grant) => grant.role === role))
  const [chosen, setChosen] = useState<Role>()
  if (!person || (person.estateId === null && person.grants.length === 0)) return <FirstVisit me={me} />
  const role = chosen && roles.includes(chosen) ? chosen : roles[0]!
  const { Body } = HOMES[role]
  return (
    <>
      <Greeting person={person} />
      {roles.length > 1 && <Segments label='以什么身份看' items={roles.map((value) => ({ value, words: HOMES[value].words }))} value={role} onChange={setChosen} />}
      <Body me={me} />
    </>
  )
}
