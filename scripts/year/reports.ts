import { builtInEdition } from '../../domain/rulebook/builtIn'
import { HOUR_MS, MINUTE_MS, instantOf } from '../../domain/time/beijing'
import { ESTATES } from '../demo/town'
import { handle, keyOf, weigh, type Case } from './handling'
import { addWorking, between } from './working'
import type { World } from './world'

/** How an estate is run, from 0 to 1: what makes the standings of the year. */
export const DILIGENCE: Readonly<Record<string, number>> = { jinxiu: 0.95, heping: 0.88, cuihu: 0.97, yangguang: 0.8, lvzhou: 0.92, guixiang: 0.85 }

/** Common ones are reported more often. */
const CATEGORIES = builtInEdition.categories.flatMap(({ code }) => Array<string>(code.startsWith('02') ? 3 : 2).fill(code))
/** What is dealt with in hours comes back within the month. */
const QUICK = builtInEdition.categories.filter(({ limit }) => limit.unit === 'hour').map(({ code }) => code)
const PER_MONTH = 4
const textOf = (code: string): string => `${builtInEdition.categories.find((category) => category.code === code)?.name ?? ''}，请处理`

/** 居民举报 of the year, some of them of the same problem again and again in one month. */
export function planReports(world: World, months: readonly string[]): void {
  const { chances } = world
  for (const month of months)
    for (const { _id: estate, spots } of ESTATES)
      for (let index = 0; index < PER_MONTH; index += 1) {
        const name = `r-${month}-${estate}-${index}`
        const again = chances.part(`${name} again`) < 0.045 ? 2 + chances.whole(`${name} times`, 2) : 0
        const [category, spot] = [chances.one(`${name} category`, again > 0 ? QUICK : CATEGORIES), chances.one(`${name} spot`, spots).id]
        const day = again > 0 ? 1 : 1 + chances.whole(`${name} day`, 27)
        for (let time = 0; time <= again; time += 1) {
          const at = instantOf(`${month}-${String(day + 7 * time).padStart(2, '0')}`, '07:00') + chances.whole(`${name} minute ${time}`, 840) * MINUTE_MS
          planReport(world, { name: time === 0 ? name : `${name}-again-${time}`, estate, category, spot, onSite: again > 0, at, reporter: `resident-${estate}-${1 + (index % 3)}` })
        }
      }
}

type Planned = { readonly name: string; readonly estate: string; readonly category: string; readonly spot: string; readonly onSite: boolean; readonly at: number; readonly reporter: string }

function planReport(world: World, { name, estate, category, spot, onSite, at, reporter }: Planned): void {
  const { chances, later, now } = world
  later(at, `${name} report`, async () => {
    const photo = await world.photo(reporter, name, false)
    const isSure = chances.part(`${name} sure`) < 0.8
    const reported = await world.act(`${name} report`, reporter, 'reportCase', { key: keyOf(name), estateId: estate, categoryCode: isSure ? category : null, place: { spotId: spot }, text: textOf(category), photos: [photo] })
    if (!reported || reported.joinedInstead) return
    const case_: Case = { id: reported.caseId, name, estate, diligence: DILIGENCE[estate] ?? 1, reporter, onSite }
    later(addWorking(now(), (5 + chances.whole(`${name} desk`, 60)) * MINUTE_MS), `${name} file`, () => file(world, case_, category))
  })
}

async function file(world: World, case_: Case, category: string): Promise<void> {
  const { chances, now } = world
  if (chances.part(`${case_.name} refused`) < 0.04) return void (await world.act(`${case_.name} refuse`, 'office-1', 'refuseCase', { caseId: case_.id, reason: '经查看不符合立案条件' }))
  await world.act(`${case_.name} file`, 'office-1', 'fileCase', { caseId: case_.id, categoryCode: category, dispatch: true })
  const { dueAt, proposed } = await world.look(`${case_.name} filed`, 'office-1', 'readCase', { caseId: case_.id }, (reply) => ({ dueAt: reply.deadline?.dueAt ?? now(), proposed: reply.findings.filter(({ status }) => status === 'proposed').map(({ kind }) => kind) }))
  for (const finding of proposed) if (finding !== 'overdue') weigh(world, case_, finding, 'office-2')
  const way = chances.part(`${case_.name} way`)
  if (way < 0.02) return shirk(world, case_, dueAt)
  if (way < 0.05) return askForTime(world, case_, dueAt)
  handle(world, case_, dueAt)
}

/** Returned without reason: the office sends it back and proposes 推诿. */
function shirk(world: World, case_: Case, dueAt: number): void {
  const { later, now } = world
  later(between(now(), dueAt, 0.2), `${case_.name} return`, async () => {
    await world.act(`${case_.name} return`, `manager-${case_.estate}`, 'returnCase', { caseId: case_.id, reason: '不属于本物业负责范围' })
    later(addWorking(now(), HOUR_MS), `${case_.name} reject`, async () => {
      await world.act(`${case_.name} reject`, 'office-1', 'rejectReturn', { caseId: case_.id, reason: '属于该小区物业服务范围' })
      await world.act(`${case_.name} propose`, 'office-1', 'proposeFinding', { caseId: case_.id, finding: 'shirked', reason: '经确认责任主体推诿' })
      weigh(world, case_, 'shirked', 'office-2')
      await handleFromNow(world, case_)
    })
  })
}

function askForTime(world: World, case_: Case, dueAt: number): void {
  const { later, now, chances } = world
  later(between(now(), dueAt, 0.5), `${case_.name} ask`, async () => {
    await world.act(`${case_.name} ask`, `manager-${case_.estate}`, 'requestTime', { kind: 'extension', caseId: case_.id, reason: '配件需要订购', photos: [] })
    later(addWorking(now(), 15 * MINUTE_MS), `${case_.name} approve`, async () => {
      await world.act(`${case_.name} approve`, 'office-2', 'decideRequest', { caseId: case_.id, approve: chances.part(`${case_.name} approve`) < 0.8, reason: '已核实' })
      await handleFromNow(world, case_)
    })
  })
}

async function handleFromNow(world: World, case_: Case): Promise<void> {
  const dueAt = await world.look(`${case_.name} new due`, 'office-1', 'readCase', { caseId: case_.id }, (reply) => reply.deadline?.dueAt ?? null)
  if (dueAt !== null) handle(world, case_, dueAt)
}
