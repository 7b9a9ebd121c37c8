import type { Actions } from '../../types/api'
import { photo, type Town } from './town'

/** People of the demo town. */
export const RESIDENT = 'resident-jinxiu-1'
export const NEIGHBOUR = 'resident-jinxiu-2'
export const THIRD = 'resident-jinxiu-3'
export const STRANGER = 'resident-heping-1'
export const MANAGER = 'manager-jinxiu'
export const OTHER_MANAGER = 'manager-heping'
export const OFFICE = 'office-1'
export const OFFICE_2 = 'office-2'
export const INSPECTOR = 'inspector-town'
export const AUDITOR = 'auditor-1'

/** 垃圾 at the bins: two working hours. */
export const TWO_HOURS = '0201'
/** 外立面破损: three working days. */
export const THREE_DAYS = '0101'
/** 占用消防通道: four working hours, hazardous. */
export const HAZARD = '0215'

let taken = 0
/** A key as a phone makes it, another one each time. */
export const newKey = (): string => `key-${String((taken += 1)).padStart(16, '0')}`
export const newPhoto = (): string => photo(`taken-${(taken += 1)}`)

type Report = Actions['reportCase']['request']
export const aReport = (changes: Partial<Report> = {}): Report => ({ key: newKey(), estateId: 'jinxiu', categoryCode: TWO_HOURS, place: { spotId: 'jinxiu-bins' }, text: '分类亭旁垃圾散落', photos: [newPhoto()], ...changes })

type Told = Partial<Report> & { readonly by?: string }
export const submitted = async (town: Town, { by = RESIDENT, ...changes }: Told = {}): Promise<string> => (await town.ok(by, 'reportCase', aReport(changes))).caseId

/** Reported, filed and dispatched at the town's present time. */
export async function dispatched(town: Town, told: Told = {}): Promise<string> {
  const caseId = await submitted(town, told)
  await town.ok(OFFICE, 'fileCase', { caseId, categoryCode: told.categoryCode ?? TWO_HOURS, dispatch: true })
  return caseId
}
export const answer = (town: Town, caseId: string, by = MANAGER) => town.ok(by, 'answerCase', { caseId, text: '已清扫', photos: [newPhoto()] })
export async function answered(town: Town, told: Told = {}): Promise<string> {
  const caseId = await dispatched(town, told)
  await answer(town, caseId, `manager-${told.estateId ?? 'jinxiu'}`)
  return caseId
}
export const verify = (town: Town, caseId: string, close = true) => town.ok(OFFICE, 'verifyCase', { caseId, matches: true, method: 'onSite', text: '相符', close })
export async function closed(town: Town, told: Told = {}): Promise<string> {
  const caseId = await answered(town, told)
  await verify(town, caseId)
  return caseId
}

export const stateOf = (town: Town, caseId: string) => town.one('cases', caseId).state
export const dueOf = (town: Town, caseId: string): number => {
  const { dueAt } = town.one('cases', caseId)
  if (dueAt === null) throw new Error(`${caseId} has no deadline`)
  return dueAt
}
/** Beats until nothing is left to do. */
export async function rest(town: Town): Promise<void> {
  for (let beats = 0; beats < 20; beats += 1) if (!(await town.beat()).more) return
  throw new Error('the clock does not come to rest')
}
