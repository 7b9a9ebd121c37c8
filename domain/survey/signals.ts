import { HOUR_MS } from '../time/beijing'
import { BURST_MS, type Ballot, type Urn } from './urn'

/** 异常信号. They flag, and never delete. */
export const SIGNALS = ['onePhone', 'burst', 'doorBurst', 'straightLine', 'samePattern', 'quick', 'risk', 'denied'] as const
export type SignalKind = (typeof SIGNALS)[number]
/** `seen` ballots that look so; `flagged`: how many of them count towards the threshold. */
export type FoundSignal = { readonly kind: SignalKind; readonly seen: number; readonly flagged: number }

/** Ours (decision 0031). */
export const ONE_PHONE_HOUSEHOLDS = 3
/** In five minutes: at least so many, and more than so many percent of all households. */
const BURST_MIN = 10
const BURST_PERCENT = 5
/** People answer at once when they are told: so long after a message a burst is none. */
export const TOLD_MS = 2 * HOUR_MS
/** One person at the doors is not faster in five minutes. */
const DOOR_BURST_MIN = 5
const PATTERN_MIN = 5
const PATTERN_PERCENT = 5
const RISK_MIN = 3
/** Above this share of flagged ballots a bonus waits for two of the office. */
export const FLAGGED_PERCENT_MAX = 10
/** Faster than this nobody has read the questions. */
export const QUICK_MS = 15_000

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
const isMore = (count: number, percent: number, of: number): boolean => count * 100 > percent * of
const isStraight = ({ answers }: Ballot): boolean => [...answers].every((answer) => answer === answers[0])
const byKey = (urns: readonly Pick<Urn, 'bursts' | 'phones' | 'risks'>[], field: 'bursts' | 'phones' | 'risks'): ReadonlyMap<string, number> => {
  const all = new Map<string, number>()
  for (const urn of urns) for (const [key, count] of Object.entries(urn[field])) all.set(key, (all.get(key) ?? 0) + count)
  return all
}

type Looked = {
  readonly urns: readonly Urn[]
  readonly households: number
  readonly opensAt: number
  /** When the households were told: a burst right after is none. */
  readonly toldAt: readonly number[]
}

/** Every signal there is, in the order of `SIGNALS`. Answers and counts are looked at side by side; nothing here joins them. */
export function findSignals({ urns, households, opensAt, toldAt }: Looked): readonly FoundSignal[] {
  const ballots = urns.flatMap((urn) => urn.ballots)
  const [bursts, phones, risks] = [byKey(urns, 'bursts'), byKey(urns, 'phones'), byKey(urns, 'risks')]
  const ofMode = (counts: ReadonlyMap<string, number>, mode: string) => [...counts].flatMap(([key, count]) => (key.startsWith(`${mode}:`) ? [{ rest: key.slice(mode.length + 1), count }] : []))
  const wasTold = (burst: number) => toldAt.some((at) => opensAt + (burst + 1) * BURST_MS > at && opensAt + burst * BURST_MS < at + TOLD_MS)

  const onePhone = sum(ofMode(phones, 'phone').map(({ count }) => count).filter((count) => count >= ONE_PHONE_HOUSEHOLDS))
  const burst = sum(ofMode(bursts, 'phone').filter(({ rest, count }) => count >= BURST_MIN && isMore(count, BURST_PERCENT, households) && !wasTold(Number(rest))).map(({ count }) => count))
  const doorBurst = sum(ofMode(bursts, 'door').map(({ count }) => count).filter((count) => count > DOOR_BURST_MIN))
  const straight = ballots.filter(isStraight)
  const patterns = new Map<string, number>()
  for (const ballot of ballots) if (!isStraight(ballot)) patterns.set(ballot.answers, (patterns.get(ballot.answers) ?? 0) + 1)
  const samePattern = sum([...patterns.values()].filter((count) => count >= PATTERN_MIN && isMore(count, PATTERN_PERCENT, ballots.length)))
  const quick = ballots.filter(({ isQuick }) => isQuick)
  const risk = sum([...risks].flatMap(([rank, count]) => (Number(rank) >= RISK_MIN ? [count] : [])))

  // All the same answer is what a satisfied person says too: it counts only where it was also too fast, and that is counted there.
  const found: Readonly<Record<SignalKind, readonly [seen: number, flagged: number]>> = {
    onePhone: [onePhone, onePhone], burst: [burst, burst], doorBurst: [doorBurst, doorBurst], straightLine: [straight.length, 0], samePattern: [samePattern, samePattern],
    quick: [quick.length, quick.length], risk: [risk, risk],
    // Nobody has been called yet: `denials` of the sample says it afterwards.
    denied: [0, 0],
  }
  return SIGNALS.map((kind) => ({ kind, seen: found[kind][0], flagged: found[kind][1] }))
}

/** At most so many ballots are flagged: one may be under several signals. */
export const flaggedMost = (signals: readonly FoundSignal[], answered: number): number => Math.min(answered, sum(signals.map(({ flagged }) => flagged)))
/** 加分须经复核: whole numbers, by cross-multiplication. */
export const needsReview = (signals: readonly FoundSignal[], answered: number): boolean => isMore(flaggedMost(signals, answered), FLAGGED_PERCENT_MAX, answered)
