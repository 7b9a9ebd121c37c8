import type { Actions } from '../../../types/api'
import { call } from '../call'
import { queryClient } from '../queryClient'
import { troubleOf } from '../trouble'
import { readyPlaces } from '../upload'
import type { KeptReport } from './keptReport'
import { addArrival, tellOutbox } from './outboxState'
import { allReports, changeReport } from './reportStore'
import { sendReport } from './sendReport'

/** While the app stands open and something waits, it is tried again so often (decision 0023). */
const AGAIN_MS = 60_000
const REFRESHED = ['listCases', 'readCase', 'findSameProblems', 'readMyReports'] as const satisfies readonly (keyof Actions)[]
const NO_ESTATE_YET = '还没有选小区，选好以后会自动发出。'

let underway: Promise<void> | null = null
let isWantedAgain = false
let timer: ReturnType<typeof setTimeout> | undefined
/** Who this phone spoke for last: what waits for another person waits for them. */
let me: string | undefined

const waiting = (): KeptReport[] => allReports().filter(({ state }) => state === 'waiting')

/** 发送 of what waits: one after the other, never twice at once; asked meanwhile, it goes round once more. Never throws: why one did not arrive stands in it. */
export function sendWaiting(): Promise<void> {
  if (underway) isWantedAgain = true
  underway ??= rounds().finally(() => {
    underway = null
    tellOutbox({ sending: null })
    clearTimeout(timer)
    if (waiting().some(({ personId }) => me === undefined || personId === me)) timer = setTimeout(() => void sendWaiting(), AGAIN_MS)
  })
  return underway
}

async function rounds(): Promise<void> {
  do {
    isWantedAgain = false
    const tried = new Set<string>()
    await round(tried).catch((error: unknown) => noteTrouble(troubleOf(error).words, tried))
  } while (isWantedAgain)
}

/** Who one is comes first: a phone that several use sends nobody's report under another name, and it is one small question to an absent network. */
async function round(tried: Set<string>): Promise<void> {
  if (waiting().length === 0) return
  // In the same moment, so that it is one call: places for the photos. Why there are none is told by the photo that wants one.
  if (waiting().some(({ photos }) => photos.length > 0)) void readyPlaces().catch(() => undefined)
  const reply = await call('whoAmI', {})
  // The pages learn with it that a person was removed, or an estate has left.
  queryClient.setQueryData(['whoAmI', {}], reply)
  me = reply.person?.id
  if (me === undefined) return noteTrouble(NO_ESTATE_YET, tried)
  // The oldest first; a report that came in meanwhile has its turn too.
  const next = () => waiting().reverse().find((report) => report.personId === me && !tried.has(report.key))
  for (let report = next(); report; report = next()) {
    tried.add(report.key)
    const arrived = await sendReport(report, (sending) => tellOutbox({ sending }))
    tellOutbox({ sending: null })
    if (!arrived) continue
    addArrival(arrived)
    for (const action of REFRESHED) void queryClient.invalidateQueries({ queryKey: [action] })
  }
}

function noteTrouble(words: string, tried: ReadonlySet<string>) {
  for (const { key } of waiting()) if (!tried.has(key)) changeReport(key, { trouble: { words, step: 'send' } })
}
