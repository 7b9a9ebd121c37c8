import { mayDecide } from './mayDecide'

type Grant = { readonly role: 'manager'; readonly estateId: string } | { readonly role: 'resident' | 'inspector' | 'office' | 'auditor' }
type Person = { readonly name: string; readonly grants: readonly Grant[] }
type Estate = { readonly id: string; readonly name: string }

/** One decides, another one confirms (两人办理): findings, a bonus in doubt, rewards. */
const DECIDERS_MIN = 2
const ROLE = { resident: '居民', manager: '物业项目负责人', inspector: '考评人员', office: '考核办', auditor: '监督人员' } as const satisfies Record<Grant['role'], string>
const LACKING = '须至少 2 位，才能一人提出、另一人确认'

const has = ({ grants }: Person, role: Grant['role']): boolean => grants.some((grant) => grant.role === role)
const managed = ({ grants }: Person): readonly string[] => grants.flatMap((grant) => (grant.role === 'manager' ? [grant.estateId] : []))

/**
 * 人员名单核对: with which roles the work of a town could not be done, in words for whoever imports them. Nobody decides on the own estate (`mayDecide`), who
 * supervises changes nothing, and what moves points or money takes two.
 */
export function roleFaults(people: readonly Person[], estates: readonly Estate[]): readonly string[] {
  const office = people.filter((person) => has(person, 'office') && !has(person, 'auditor'))
  const deciders = (concerned: Parameters<typeof mayDecide>[1]): number => office.filter((person) => mayDecide(managed(person), concerned)).length
  return [
    ...people.flatMap((person) => ofAuditor(person)),
    ...people.flatMap((person) => managed(person).filter((estateId) => !estates.some(({ id }) => id === estateId)).map((estateId) => `${person.name}：名单里写的小区“${estateId}”不存在`)),
    ...estates.filter(({ id }) => !people.some((person) => !has(person, 'auditor') && managed(person).includes(id))).map(({ name }) => `${name}：没有物业项目负责人，派去的案卷没有人办`),
    ...estates.flatMap(({ id, name }) => {
      const count = deciders([id])
      return count >= DECIDERS_MIN ? [] : [`${name}：考核办里能办理它的只有 ${count} 位（管理这个小区的要回避），${LACKING}`]
    }),
    ...(deciders('all') >= DECIDERS_MIN ? [] : [`奖励：考核办里不管理任何小区的只有 ${deciders('all')} 位，${LACKING}，否则年终奖励分配不了`]),
  ]
}

function ofAuditor(person: Person): readonly string[] {
  const others = person.grants.map(({ role }) => role).filter((role) => role !== 'auditor' && role !== 'resident')
  return has(person, 'auditor') && others.length > 0 ? [`${person.name}：监督人员只查阅、不办理，不能同时是${[...new Set(others)].map((role) => ROLE[role]).join('、')}`] : []
}
