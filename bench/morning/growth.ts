import path from 'node:path'
import { startCloud, type Cloud } from '../../local-cloud/start'
import { ESTATES } from '../../scripts/demo/town'
import type { JointAction, Actions } from '../../types/api'
import { median } from '../measure'
import type { Line } from '../table'
import { openPhones, type Phones, type Sample } from './phones'
import { settle } from './town'

const SIZES = [100, 5_000] as const
const ROUNDS = 7

type Read = { readonly [Name in JointAction]: readonly [what: string, who: string, action: Name, request: Actions[Name]['request']] }[JointAction]
const ESTATE = ESTATES[0]!
const [MANAGER, OFFICE] = [`manager-${ESTATE._id}`, 'office-1'] as const

/** What people read, each alone. The resident has reported a case of the estate, `caseId`. */
const readsOf = (resident: string, caseId: string): readonly Read[] => [
  ['whoAmI', resident, 'whoAmI', {}],
  ['listCases, mine', resident, 'listCases', { scope: 'mine' }],
  ['listCases, neighbours', resident, 'listCases', { scope: 'neighbours' }],
  ['listCases, manager', MANAGER, 'listCases', { scope: 'estate' }],
  ['listCases, manager, handled', MANAGER, 'listCases', { scope: 'estate', open: false }],
  ['listCases, office, all', OFFICE, 'listCases', { scope: 'all' }],
  ['listCases, office, one estate', OFFICE, 'listCases', { scope: 'all', estateId: ESTATE._id }],
  ['listCases, desk, to file', OFFICE, 'listCases', { scope: 'desk', waiting: 'toFile' }],
  ['listCases, desk, findings', OFFICE, 'listCases', { scope: 'desk', waiting: 'findings' }],
  ['readDesk', OFFICE, 'readDesk', {}],
  ['readCase', resident, 'readCase', { caseId }],
  ['findSameProblems', resident, 'findSameProblems', { estateId: ESTATE._id, categoryCode: '0201', place: { spotId: ESTATE.spots[0]!.id } }],
  ['readMyReports', resident, 'readMyReports', {}],
  ['readEstateNews', resident, 'readEstateNews', { estateId: ESTATE._id }],
  ['readStandings', resident, 'readStandings', {}],
  ['readScore', resident, 'readScore', { estateId: ESTATE._id }],
  ['listNotices', resident, 'listNotices', {}],
  ['readQuotas', MANAGER, 'readQuotas', {}],
]

type Place = { readonly cloud: Cloud; readonly phones: Phones; readonly reads: readonly Read[] }

async function placeOf(directory: string, size: number): Promise<Place> {
  const cloud = await startCloud({ dataDir: path.join(directory, `growth-${size}`), functionsDir: path.join(directory, 'functions'), timers: false, quiet: true, warm: true, processesMax: 1 })
  settle(cloud, size)
  const { _id: caseId } = cloud.engine.find('cases', { filter: { estateId: ESTATE._id, state: 'closed' }, sort: [['createdAt', -1]], limit: 1 })[0]!
  const { personId } = cloud.engine.find('reports', { filter: { caseId, first: true } })[0]!
  const { openid } = cloud.engine.find('people', { filter: { _id: personId } })[0]!
  return { cloud, phones: openPhones(cloud), reads: readsOf(openid as string, caseId as string) }
}

/** What a town of 5,000 cases costs over one of 100: each read in both in turn, so that a busy moment of the machine meets both. As many rounds as there is time for, and two at least. */
export async function benchGrowth(directory: string, budgetMilliseconds: number): Promise<readonly Line[]> {
  const places: Place[] = []
  try {
    for (const size of SIZES) places.push(await placeOf(directory, size))
    const began = performance.now()
    for (let round = 0; round < 2 || (round < ROUNDS && performance.now() - began < budgetMilliseconds); round += 1) {
      const isWarmUp = round === 0
      for (const index of places[0]!.reads.keys())
        for (const { phones, reads } of places) {
          const [what, who, action, request] = reads[index]!
          await phones.read(who, isWarmUp ? 'warm-up' : what, [action, request])
        }
    }
    return places[0]!.reads.map(([what]) => lineOf(what, places))
  } finally {
    for (const { cloud } of places) await cloud.close()
  }
}

function lineOf(what: string, places: readonly Place[]): Line {
  const [small, large] = places.map(({ phones }) => phones.samples.filter((sample) => sample.what === what)) as [Sample[], Sample[]]
  const refused = [...small, ...large].find(({ outcome }) => outcome !== 'ok')
  if (refused) throw new Error(`${what} was refused: ${refused.outcome}`)
  const time = (samples: readonly Sample[]) => median(samples.map(({ milliseconds }) => milliseconds))
  const [few, many] = [small.at(-1)!, large.at(-1)!]
  return {
    'what is read': what, 'database calls': few.databaseCalls === many.databaseCalls ? String(many.databaseCalls) : `${few.databaseCalls} → ${many.databaseCalls}`, growth: (time(large) / time(small)).toFixed(1),
    'looked ÷ given, 100': `${few.looked} ÷ ${few.given}`, 'looked ÷ given, 5,000': `${many.looked} ÷ ${many.given}`,
  }
}
