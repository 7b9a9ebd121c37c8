import { createContext, Script } from 'node:vm'
import { badValue } from '../query/badValue'
import { stepsAtMost } from './cost'
import { compilePattern } from './pattern'

/** How long the patterns of one query may run, all of them, over all documents. */
export type Budget = { millisecondsLeft: number }
export type BoundedRegExp = { readonly test: (text: string) => boolean; readonly exec: (text: string, from?: number) => RegExpExecArray | null }

const BUDGET_MILLISECONDS = 300
/** What reading a document costs anyway, in steps and in time, is not counted: the budget is for what goes beyond. */
const FREE_STEPS = 10_000
const FREE_MILLISECONDS = 0.005
/** A few milliseconds; beyond them the watchdog, which costs 70 microseconds itself, stands by. */
const UNWATCHED_STEPS_MAX = 1_000_000

export const openBudget = (): Budget => ({ millisecondsLeft: BUDGET_MILLISECONDS })

/** A pattern of the database. Whatever it is and whatever it is given, the budget ends it. */
export function boundedRegExp(source: string, options: string, budget: Budget = openBudget()): BoundedRegExp {
  const { regExp, cost } = compilePattern(source, options)
  const run = <T>(match: () => T, text: string): T => {
    const steps = stepsAtMost(cost, text.length)
    if (steps <= FREE_STEPS) return match()
    const start = performance.now()
    const outcome = steps <= UNWATCHED_STEPS_MAX ? match() : watched(match, budget.millisecondsLeft)
    budget.millisecondsLeft -= Math.max(0, performance.now() - start - FREE_MILLISECONDS)
    if (outcome === TIMED_OUT || budget.millisecondsLeft <= 0) throw tooCostly(source)
    return outcome
  }
  const exec = (text: string, from = 0) => {
    const onwards = new RegExp(regExp, `${regExp.flags}g`)
    onwards.lastIndex = from
    return run(() => onwards.exec(text), text)
  }
  return { test: (text) => run(() => regExp.test(text), text), exec }
}

const TIMED_OUT = Symbol('the watchdog has ended it')
const watchdog = createContext({ match: null as (() => unknown) | null })
const WATCHED = new Script('match()')

function watched<T>(match: () => T, milliseconds: number): T | typeof TIMED_OUT {
  watchdog.match = match
  try {
    return WATCHED.runInContext(watchdog, { timeout: Math.max(1, Math.ceil(milliseconds)) }) as T
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return TIMED_OUT
    throw error
  }
}

const tooCostly = (source: string) =>
  badValue(`正则回溯过多，已中止 (Error occurred while executing the regular expression. Result code: -47, it backtracks too much): ${source.slice(0, 60)}`)
