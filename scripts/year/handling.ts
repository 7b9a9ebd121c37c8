import { HOUR_MS, MINUTE_MS } from '../../domain/time/beijing'
import { addWorking, between } from './working'
import type { World } from './world'

export type Case = { readonly id: string; readonly name: string; readonly estate: string; readonly diligence: number; readonly reporter: string | null; readonly onSite: boolean }

/** The manager's part: in time or not, by the estate's diligence. */
export function handle(world: World, case_: Case, dueAt: number, round = 1): void {
  const { chances, later, now } = world
  const about = `${case_.name} round ${round}`
  const inTime = chances.part(`${about} in time`) < case_.diligence
  const at = inTime ? between(now(), dueAt, 0.1 + 0.75 * chances.part(`${about} speed`)) : addWorking(dueAt, (20 + chances.whole(`${about} delay`, 400)) * MINUTE_MS)
  later(at, `${about} answer`, async () => {
    const manager = `manager-${case_.estate}`
    const photo = await world.photo(manager, `${case_.name}-after-${round}`, true)
    await world.act(`${about} answer`, manager, 'answerCase', { caseId: case_.id, text: '已处理，请核查', photos: [photo] })
    afterAnswer(world, case_, round)
  })
}

/** The resident's word, then the verification. */
function afterAnswer(world: World, case_: Case, round: number): void {
  const { chances, later, now } = world
  const about = `${case_.name} round ${round}`
  const { reporter } = case_
  const feeling = chances.part(`${about} feeling`)
  if (reporter !== null && round === 1 && feeling < 0.05) {
    later(addWorking(now(), HOUR_MS), `${about} unfixed`, async () => {
      const photo = await world.photo(reporter, `${case_.name}-unfixed`, false)
      await world.act(`${about} unfixed`, reporter, 'followUp', { caseId: case_.id, fixed: false, text: '只清了一半，还有', photos: [photo], rating: 2 })
      // What a resident contradicts goes back by itself, and is looked at on site afterwards.
      await handleAgain(world, { ...case_, onSite: true }, round + 1)
    })
    return
  }
  if (reporter !== null && feeling > 0.6) later(addWorking(now(), 30 * MINUTE_MS), `${about} fixed`, async () => void (await world.act(`${about} fixed`, reporter, 'followUp', { caseId: case_.id, fixed: true, rating: 3 + chances.whole(`${about} rating`, 3) })))
  later(addWorking(now(), (3 + chances.whole(`${about} verify`, 5)) * HOUR_MS), `${about} verify`, () => verify(world, case_, round))
}

async function verify(world: World, case_: Case, round: number): Promise<void> {
  const { chances } = world
  const about = `${case_.name} round ${round}`
  const fails = round === 1 && chances.part(`${about} matches`) < 0.04
  const method = case_.onSite || fails ? 'onSite' : 'photos'
  await world.act(`${about} verify`, 'office-2', 'verifyCase', { caseId: case_.id, matches: !fails, method, text: fails ? '现场与回复不一致，未达到结案标准' : '符合结案标准', close: !fails })
  if (!fails) return
  if (case_.reporter !== null) weigh(world, case_, 'failedVerification', 'office-1')
  await handleAgain(world, case_, round + 1)
}

async function handleAgain(world: World, case_: Case, round: number): Promise<void> {
  const dueAt = await world.look(`${case_.name} round ${round} due`, 'office-1', 'readCase', { caseId: case_.id }, (reply) => reply.deadline?.dueAt ?? null)
  if (dueAt !== null) handle(world, { ...case_, diligence: Math.max(case_.diligence, 0.97) }, dueAt, round)
}

/** The office confirms most of what is proposed; never the person who proposed it. */
export function weigh(world: World, case_: Case, finding: 'shirked' | 'recurrent' | 'failedVerification' | 'keyProblem', by: string): void {
  const about = `${case_.name} ${finding}`
  const confirm = world.chances.part(`${about} confirm`) < 0.9
  world.later(addWorking(world.now(), 6 * HOUR_MS), `${about} decide`, async () => {
    await world.act(`${about} decide`, by, 'decideFinding', { caseId: case_.id, finding, confirm, reason: confirm ? '情况属实，予以确认' : '情况特殊，不予扣分' })
  })
}

/** A phone's key, always the same for the same thing. */
export const keyOf = (name: string): string => name.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 40).padEnd(16, '0')
