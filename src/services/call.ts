import Taro from '@tarojs/taro'
import type { Actions, JointAction } from '../../types/api'
import type { Envelope, JointEnvelope } from '../../types/api/refusal'
import { heardFromServer } from './serverNow'
import { Refusal, unreachable } from './trouble'

/** What only reads travels with what else is asked for at that moment (decision 0037). */
const JOINT: Readonly<Record<JointAction, true>> = {
  findSameProblems: true, listCases: true, listDoors: true, listEstateCases: true, listHouseholdActs: true, listHouseholds: true, listNotices: true, listPhotosToDecide: true, listSlipRuns: true, listSurveyRemarks: true, listSurveyRemarksToRead: true, listUnmaskings: true, readCase: true, readDesk: true, readEstateNews: true,
  readHousehold: true, readMyReports: true, readPaperBatches: true, readQuotas: true, readRewards: true, readRulebook: true, readScore: true, readStandings: true, readSurvey: true, readSurveyDesk: true, readSurveys: true, whoAmI: true,
}
/** The function takes no more at once. */
const JOINT_MAX = 10
/** WeChat takes 100 KB of text in a call; a letter has three bytes at most. */
const JOINT_LENGTH_MAX = 30_000

type Waiting = { readonly event: object; readonly length: number; readonly resolve: (answer: Envelope<unknown>) => void; readonly reject: (error: unknown) => void }
let waiting: Waiting[] = []

/** The one door to the cloud. Resolves to the reply; throws `Refusal` or `Unreachable`, both with Chinese words. */
export async function call<K extends keyof Actions>(action: K, request: Actions[K]['request']): Promise<Actions[K]['reply']> {
  const event = { action, request }
  const envelope = (await (action in JOINT ? together(event) : alone(event))) as Envelope<Actions[K]['reply']>
  if (!envelope.ok) throw new Refusal(envelope.code, envelope.words, envelope.errorId)
  return envelope.value
}

const alone = async (event: object): Promise<Envelope<unknown>> => heard((await send(event)) as Envelope<unknown> | null)

/** Waits for the end of this turn: a page that is drawn asks for everything in one go, and what is read again every few minutes comes due together. */
const together = (event: object): Promise<Envelope<unknown>> =>
  new Promise((resolve, reject) => {
    if (waiting.length === 0) setTimeout(leave, 0)
    waiting.push({ event, length: JSON.stringify(event).length, resolve, reject })
  })

function leave(): void {
  const lots = lotsOf(waiting)
  waiting = []
  for (const lot of lots) void travel(lot)
}

function lotsOf(calls: readonly Waiting[]): readonly (readonly Waiting[])[] {
  const lots: Waiting[][] = []
  let room = 0
  for (const each of calls) {
    const lot = lots[lots.length - 1]
    if (lot && lot.length < JOINT_MAX && each.length <= room) lot.push(each)
    else {
      lots.push([each])
      room = JOINT_LENGTH_MAX
    }
    room -= each.length
  }
  return lots
}

/** Each gets its own answer; where none comes back, all of them get none. */
async function travel(lot: readonly Waiting[]): Promise<void> {
  const [first] = lot
  if (lot.length === 1) return alone(first!.event).then(first!.resolve, first!.reject)
  try {
    const joint = heard((await send({ calls: lot.map(({ event }) => event) })) as JointEnvelope | null)
    if (!joint.ok) throw new Refusal(joint.code, joint.words, joint.errorId)
    const answers: typeof joint.value | null = Array.isArray(joint.value) ? joint.value : null
    if (answers?.length !== lot.length) throw unreachable(new Error('no envelope'))
    for (const [index, { event, resolve, reject }] of lot.entries()) {
      const answer = answers[index]
      if (answer) resolve(answer)
      else void alone(event).then(resolve, reject)
    }
  } catch (error) {
    for (const { reject } of lot) reject(error)
  }
}

function heard<E extends { readonly ok: boolean; readonly now: number }>(envelope: E | null): E {
  if (typeof envelope?.ok !== 'boolean') throw unreachable(new Error('no envelope'))
  heardFromServer(envelope.now)
  return envelope
}

async function send(data: object): Promise<unknown> {
  const invocation = { name: 'api', data }
  try {
    if (process.env.TARO_ENV === 'weapp') return (await Taro.cloud.callFunction(invocation)).result
    const { data: reply, statusCode } = await Taro.request<{ ok: true; result: unknown } | { ok: false; errMsg: string }>({
      url: '/client/call',
      method: 'POST',
      header: { 'content-type': 'application/json' },
      data: invocation,
    })
    if (statusCode >= 300) throw new Error(`status ${statusCode}`)
    if (!reply.ok) throw new Error(reply.errMsg)
    return reply.result
  } catch (cause) {
    throw unreachable(cause)
  }
}
