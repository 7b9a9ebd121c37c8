import path from 'node:path'
import { buildFunctions } from '../scripts/buildFunctions'
import { demoHash } from '../scripts/demo/hashes'
import { installTown } from '../scripts/demo/install'
import { ESTATES, personId, TOWN_ID } from '../scripts/demo/town'
import { playerOn } from '../scripts/play/player'
import { secretFrom } from '../domain/survey/secret'
import { DAY_MS, HOUR_MS, instantOf } from '../domain/time/beijing'
import { startCloud, type Cloud } from '../local-cloud/start'
import { householdDocument } from '../store/households'
import { surveyId } from '../store/surveys'
import type { Envelope } from '../types/api/refusal'
import { inTemporaryDirectory, median, percentile } from './measure'
import type { Line } from './table'

const PER_SECOND = 50
const SECONDS = 60
const HOUSEHOLDS = PER_SECOND * SECONDS
/** Every so-manieth phone is tapped twice, or its reply is lost. */
const TWICE = 5
const YEAR = 2026
const OPENS = instantOf(`${YEAR}-11-05`, '00:00')

type Home = { readonly estateId: string; readonly householdId: string; readonly openid: string }
type Sent = { readonly milliseconds: number; readonly ok: boolean }

/** A town of six estates in which three thousand households are asked. */
async function openedTown(cloud: Cloud): Promise<readonly Home[]> {
  installTown(cloud, `${YEAR}-01`)
  cloud.engine.createCollection('naive')
  cloud.engine.remove('households', { multi: true })
  const homes = Array.from({ length: HOUSEHOLDS }, (_, n) => {
    const [estateId, openid] = [ESTATES[n % ESTATES.length]!._id, `load-${n}`]
    const address = { building: String(1 + Math.floor(n / 240)), unit: '1', room: String(n) }
    const row = householdDocument(demoHash, { townId: TOWN_ID, estateId, address, status: 'occupied', phoneHashes: [], at: 0, by: 'bench' })
    cloud.engine.insert('households', [{ ...row, members: [{ personId: personId(openid), since: 0, by: 'code', relation: 'lives', invitedBy: null }] }])
    return { estateId, householdId: row._id, openid }
  })
  const player = playerOn(cloud)
  cloud.clock.freezeAt(OPENS - DAY_MS)
  for (const { _id } of ESTATES) {
    const saved = await player.call('office-1', 'saveSurvey', { estateId: _id, year: YEAR, opensAt: OPENS, closesAt: OPENS + 10 * DAY_MS })
    await player.call('office-2', 'publishSurvey', { surveyId: saved.surveyId, version: saved.questionnaire.version })
  }
  cloud.clock.freezeAt(OPENS)
  await player.beat()
  cloud.clock.freezeAt(OPENS + 10 * HOUR_MS)
  return homes
}

/** So many a second, whether the ones before have been answered or not. */
async function atRate(homes: readonly Home[], send: (home: Home, n: number) => Promise<boolean>): Promise<readonly Sent[]> {
  const began = performance.now()
  const underway: Promise<Sent>[] = []
  const one = async (home: Home, n: number): Promise<Sent> => {
    const started = performance.now()
    return { ok: await send(home, n), milliseconds: performance.now() - started }
  }
  for (const [n, home] of homes.entries()) {
    const due = began + (n * 1000) / PER_SECOND
    const wait = due - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    underway.push(one(home, n))
    if (n % TWICE === 0) underway.push(one(home, n))
  }
  return Promise.all(underway)
}

const answersOf = (n: number): number[] => Array.from({ length: 8 }, (_, place) => 1 + ((n + place * 7) % 5))
const waited = (sent: readonly Sent[], share: number): number => percentile(sent.map(({ milliseconds }) => milliseconds), share)

/** 满意率调查 under load: fifty ballots a second for a minute, against the usual way, which looks and then adds. */
export async function benchSurvey(say: (line: string) => void): Promise<Line[]> {
  return inTemporaryDirectory(async (directory) => {
    await buildFunctions('cloudfunctions', path.join(directory, 'functions'))
    await buildFunctions('bench/naive', path.join(directory, 'functions'))
    const cloud = await startCloud({ dataDir: path.join(directory, 'data'), functionsDir: path.join(directory, 'functions'), timers: false, quiet: true, warm: true })
    try {
      const homes = await openedTown(cloud)
      say(`${HOUSEHOLDS} households, ${PER_SECOND} a second`)
      const cast = async ({ estateId, householdId, openid }: Home, n: number) => {
        const request = { surveyId: surveyId(TOWN_ID, estateId, YEAR), householdId, secret: secretFrom(demoHash(`load ${n}`)), revision: 1, answers: answersOf(n), remark: '', milliseconds: 60_000 }
        return (await cloud.invoke<Envelope<unknown>>('api', { action: 'castBallot', request }, { openid })).ok
      }
      const naive = async ({ householdId, openid }: Home, n: number) => (await cloud.invoke<{ ok: boolean }>('ballot', { household: householdId, answers: answersOf(n).join('') }, { openid })).ok
      const ours = await atRate(homes, cast)
      const calls = median(cloud.invocations().filter(({ functionName }) => functionName === 'api').map(({ databaseCalls }) => databaseCalls))
      say('the usual way')
      const usual = await atRate(homes, naive)
      const ballots = cloud.engine.find('urns', {}).flatMap((urn) => urn.ballots as object[]).length
      const spent = cloud.engine.find('households', { limit: HOUSEHOLDS }).filter(({ spentIn }) => (spentIn as string[]).length > 0).length
      if (ballots !== HOUSEHOLDS || spent !== HOUSEHOLDS) throw new Error(`${ballots} ballots and ${spent} spent rights of ${HOUSEHOLDS} households`)
      const ratio = (share: number) => `${(waited(ours, share) / waited(usual, share)).toFixed(1)}`
      return [
        { what: 'two urns', sent: String(ours.length), refused: String(ours.filter(({ ok }) => !ok).length), counted: String(ballots), lost: String(HOUSEHOLDS - spent), doubled: String(ballots - HOUSEHOLDS), 'database calls': `${calls} (begin, 3, commit)`, 'median ÷ usual': ratio(0.5), '99 % ÷ usual': ratio(0.99) },
        { what: 'look, then add', sent: String(usual.length), refused: String(usual.filter(({ ok }) => !ok).length), counted: String(cloud.engine.count('naive', {})), lost: '0', doubled: String(cloud.engine.count('naive', {}) - HOUSEHOLDS), 'database calls': '2', 'median ÷ usual': '1.0', '99 % ÷ usual': '1.0' },
      ]
    } finally {
      await cloud.close()
    }
  })
}
