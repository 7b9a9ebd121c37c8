import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { DAY_MS, instantOf } from '../../domain/time/beijing'
import type { Cloud } from '../../local-cloud/start'
import { installTown } from '../demo/install'
import { playerOn } from '../play/player'
import { newAgenda } from './agenda'
import { planAssessments, planInspections } from './checks'
import { openJournal } from './journal'
import { chancesOf } from './random'
import { planReports } from './reports'
import { readResult, type YearResult } from './result'
import { planSurveys } from './surveys'
import { hourAfter, nextDue, worldOf, type World } from './world'

export type YearOptions = { readonly cloud: Cloud; readonly dataDir: string; readonly year: number; readonly seed: string; readonly months: number; readonly onMonth?: (month: string) => void }

/** 一年: everything planned is done in its order, by people through the actions and by time through the clock function; then the rewards. */
export async function playYear({ cloud, dataDir, year, seed, months: count, onMonth }: YearOptions): Promise<YearResult> {
  mkdirSync(dataDir, { recursive: true })
  installTown(cloud, `${year}-01`)
  const months = Array.from({ length: count }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`)
  const [agenda, journal, player] = [newAgenda(), openJournal(path.join(dataDir, `journal-${seed}.jsonl`)), playerOn(cloud)]
  let now = instantOf(`${year}-01-01`, '00:00')
  const world = worldOf({ player, journal, chances: chancesOf(seed), later: (at, name, run) => agenda.add(Math.max(at, now), name, run), now: () => now, setClock: () => cloud.clock.freezeAt(now) })
  planReports(world, months)
  planInspections(world, months)
  planAssessments(world, months)
  planSurveys(world, months[months.length - 1]!)

  const beatUntil = async (end: number): Promise<void> => {
    // What was done before a kill is not lived again: the clock goes on where the journal ends.
    while (journal.isLive()) {
      const due = nextDue(cloud.engine)
      const at = due === null ? null : Math.max(hourAfter(due), cloud.clock.now())
      if (at === null || at > end) return
      cloud.clock.freezeAt(at)
      await player.beat()
      await cloud.deliverVerdicts()
    }
  }
  let month = ''
  for (let step = agenda.next(); step; step = agenda.next()) {
    const ofStep = new Date(step.at + 8 * 3600_000).toISOString().slice(0, 7)
    if (ofStep !== month) onMonth?.((month = ofStep))
    await beatUntil(step.at)
    now = step.at
    await step.run()
  }
  const end = instantOf(`${year + 1}-01-31`, '09:00')
  await beatUntil(end)
  now = Math.max(end, now)
  await weighOpen(world)
  now += DAY_MS
  await beatUntil(now)
  await reward(world, year, () => (now += 30 * DAY_MS))
  cloud.clock.freezeAt(now)
  return readResult(cloud, player, year)
}

/** 年终清理: a finding that nobody has weighed holds the year up. What the one has proposed, the other decides. */
async function weighOpen(world: World): Promise<void> {
  for (let round = 1; ; round += 1) {
    const open = await world.look(`open ${round}`, 'office-1', 'listCases', { scope: 'desk', waiting: 'findings' }, ({ cases }) => cases.map(({ id }) => id))
    if (open.length === 0) return
    for (const caseId of open) {
      const kinds = await world.look(`open ${round} ${caseId}`, 'office-1', 'readCase', { caseId }, ({ findings }) => findings.flatMap(({ kind, status }) => (status === 'proposed' ? [kind] : [])))
      for (const finding of kinds) {
        const decide = (by: string) => world.act(`open ${round} ${caseId} ${finding} ${by}`, by, 'decideFinding', { caseId, finding, confirm: true, reason: '情况属实，予以确认' }, ['OWN_ACT', 'FINDING_MISSING'])
        if (!(await decide('office-1'))) await decide('office-2')
      }
    }
  }
}

/** 分配、公示、确认: by two people of the office. A tie that only a draw can part is drawn. */
async function reward(world: World, year: number, afterPublicity: () => void): Promise<void> {
  const allocated = await world.act('allocate', 'office-1', 'allocateRewards', { year }, ['TIE_UNDECIDED'])
  if (!allocated) {
    const order = await world.look('tied', 'office-1', 'readRewards', { year }, (reply) => reply.standings.map(({ estateId }) => estateId))
    await world.act('draw', 'office-1', 'recordDraw', { year, order: [...order].sort((a, b) => world.chances.part(`draw ${a}`) - world.chances.part(`draw ${b}`)), note: '纪委在场抽签' })
    await world.act('allocate after the draw', 'office-1', 'allocateRewards', { year })
  }
  afterPublicity()
  await world.act('confirm', 'office-2', 'confirmRewards', { year })
}
