import { builtInEdition } from '../../domain/rulebook/builtIn'
import { redPropertyItems } from '../../domain/rulebook/redPropertyItems'
import { MINUTE_MS, instantOf } from '../../domain/time/beijing'
import type { Level } from '../../domain/rulebook/edition'
import { ESTATES } from '../demo/town'
import { handle, keyOf } from './handling'
import { DILIGENCE } from './reports'
import type { World } from './world'

const STEP_POINTS = 50
/** Checks that a less diligent estate is more likely to fail. */
const DEDUCTIONS = ['2.1.1', '2.2.1', '2.4.1', '2.5.1'] as const

/** 检查: monthly by the district, announced and unannounced; quarterly by the city; monthly by the town. @source 方案 四(一)1 */
export function planInspections(world: World, months: readonly string[]): void {
  for (const month of months)
    for (const { _id: estate } of ESTATES) {
      inspect(world, estate, 'district', 'announced', `${month}-12`)
      inspect(world, estate, 'district', 'unannounced', `${month}-24`)
      if (['03', '06', '09', '12'].includes(month.slice(5))) inspect(world, estate, 'city', 'special', `${month}-17`)
    }
}

function inspect(world: World, estate: string, level: Level, mode: 'announced' | 'unannounced' | 'special', date: string): void {
  const { chances, later } = world
  const name = `i-${date}-${estate}-${level}`
  const diligence = DILIGENCE[estate] ?? 1
  later(instantOf(date, '09:00') + chances.whole(`${name} minute`, 300) * MINUTE_MS, name, async () => {
    const found = chances.part(`${name} found`) > diligence ? 1 + chances.whole(`${name} many`, 2) : 0
    const inspector = `inspector-${level}`
    const spots = ESTATES.find(({ _id }) => _id === estate)!.spots
    const problems = []
    for (let index = 0; index < found; index += 1) {
      const category = chances.one(`${name} category ${index}`, builtInEdition.categories)
      problems.push({ categoryCode: category.code, place: { spotId: chances.one(`${name} spot ${index}`, spots).id }, text: `检查发现${category.name}`, photos: [await world.photo(inspector, `${name}-${index}`, false)] })
    }
    const entered = await world.act(name, inspector, 'enterInspection', { key: keyOf(name), estateId: estate, level, mode, problems })
    for (const [index, id] of (entered?.caseIds ?? []).entries()) {
      const dueAt = await world.look(`${name} ${index} due`, 'office-1', 'readCase', { caseId: id }, (reply) => reply.deadline?.dueAt ?? null)
      if (dueAt !== null) handle(world, { id, name: `${name}-${index}`, estate, diligence, reporter: null, onSite: true }, dueAt)
    }
  })
}

/** 附件2, created projects and 附件3: facts that the office and inspectors enter. */
export function planAssessments(world: World, months: readonly string[]): void {
  const { chances, later } = world
  for (const { _id: estate, hasPartyBranch } of ESTATES) {
    const diligence = DILIGENCE[estate] ?? 1
    for (const month of months) {
      for (const ruleCode of DEDUCTIONS) {
        const name = `c-${month}-${estate}-${ruleCode}`
        if (chances.part(name) > diligence + 0.08) check(world, `${month}-26`, name, estate, ruleCode, '检查记录')
      }
      const activity = `c-${month}-${estate}-activity`
      if (chances.part(activity) < 0.12) check(world, `${month}-20`, activity, estate, '2.6.1', '社区文化活动')
    }
    const last = months[months.length - 1]!
    const at = (day: string, minute: number) => instantOf(`${last}-${day}`, '10:00') + minute * MINUTE_MS
    if (hasPartyBranch) later(at('15', 0), `red ${estate}`, () => assessRedProperty(world, estate, diligence))
  }
  const project = months[Math.min(8, months.length - 1)]!
  later(instantOf(`${project}-18`, '10:00'), 'project cuihu', async () => void (await world.act('project cuihu', 'office-2', 'enterProject', { key: keyOf('project-cuihu-year'), estateId: 'cuihu', level: 'district', note: '创建区级示范项目' })))
}

const check = (world: World, date: string, name: string, estateId: string, ruleCode: string, note: string): void =>
  world.later(instantOf(date, '15:00'), name, async () => void (await world.act(name, 'inspector-town', 'enterPropertyCheck', { key: keyOf(name.replaceAll('.', '')), estateId, ruleCode, count: 1, note })))

async function assessRedProperty(world: World, estateId: string, diligence: number): Promise<void> {
  const marks = redPropertyItems(builtInEdition).map(({ code, maxPoints }) => {
    const lost = world.chances.part(`red ${estateId} ${code}`) > diligence ? STEP_POINTS : 0
    return { code, points: Math.max(0, maxPoints - lost), evidence: '台账及现场照片' }
  })
  await world.act(`red ${estateId}`, 'inspector-town', 'enterRedProperty', { estateId, hasPartyOrganisation: true, marks })
}
