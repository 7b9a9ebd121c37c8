import { invalidParameter } from '../errors'

/** Before: what was asked is not done. After: it is done, and the caller does not learn it. */
export type Moment = 'before' | 'after'
/** Which calls a fault is for; a field that is not given fits all. */
export type FaultTarget = {
  /** An action's name or its beginning: `database.`, `database.modifyDocument`, `storage.upload`, `openapi.subscribeMessage.send`; `functions.call` is a phone's call of a function. */
  readonly action?: string
  readonly collection?: string
  /** The function that calls; with `functions.call`, the one that is called. */
  readonly functionName?: string
  /** So many fitting calls pass first. */
  readonly skip?: number
  /** It strikes so often (1). */
  readonly times?: number
}
export type FaultEffect =
  | { readonly delay: number }
  /** `wrapped`: told to a phone in the words of WeChat's older clients, as -404011 with the code inside. */
  | { readonly error: Moment; readonly code?: string; readonly message?: string; readonly wrapped?: boolean }
  /** The connection breaks off. */
  | { readonly reset: Moment }
  /** The calling function's process is killed: at its first fitting call, or at its n-th of one invocation. */
  | { readonly killFunction: Moment; readonly atCall?: number }
export type Fault = { readonly on: FaultTarget; readonly do: FaultEffect }

const DELAY_MILLISECONDS_MAX = 10 * 60_000
const ACTION = /^(database|functions|storage|openapi|wx)\./

type Rule = readonly [rule: string, isValid: (value: unknown) => boolean]
const text: Rule = ['非空文字 (a text)', (value) => typeof value === 'string' && value !== '']
const moment: Rule = ["'before' 或 'after'", (value) => value === 'before' || value === 'after']
const truth: Rule = ['true 或 false', (value) => typeof value === 'boolean']
const count = (min: number): Rule => [`不小于 ${min} 的整数 (a whole number)`, (value) => Number.isSafeInteger(value) && (value as number) >= min]

const TARGET: Readonly<Record<keyof FaultTarget, Rule>> = {
  action: ['以 database. / functions. / storage. / openapi. / wx. 开头的动作名 (the name of an action or its beginning)', (value) => typeof value === 'string' && ACTION.test(value)],
  collection: text,
  functionName: text,
  skip: count(0),
  times: count(1),
}
const EFFECTS: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  delay: { delay: [`0–${DELAY_MILLISECONDS_MAX} 毫秒 (milliseconds)`, (value) => typeof value === 'number' && value >= 0 && value <= DELAY_MILLISECONDS_MAX] },
  error: { error: moment, code: text, message: text, wrapped: truth },
  reset: { reset: moment },
  killFunction: { killFunction: moment, atCall: count(1) },
}

/** A description that says something else than it means would never strike, and the test that gave it would prove nothing. */
export function parseFault(given: unknown): Fault {
  const { on = {}, do: effect, ...rest } = fieldsOf(given, '故障')
  assertNone(Object.keys(rest), '')
  const [target, action] = [fieldsOf(on, 'on'), fieldsOf(effect, 'do')]
  assertFields(target, TARGET, 'on.')
  const kinds = Object.keys(EFFECTS).filter((kind) => Object.hasOwn(action, kind))
  if (kinds.length !== 1) throw invalidParameter(`do 应恰有其一: ${Object.keys(EFFECTS).join(' / ')} (exactly one effect was expected)`)
  assertFields(action, EFFECTS[kinds[0]!]!, 'do.')
  return { on: target, do: action as FaultEffect }
}

function fieldsOf(value: unknown, name: string): Record<string, unknown> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw invalidParameter(`${name} 应为对象 (an object was expected)`)
  return value as Record<string, unknown>
}

function assertFields(fields: Record<string, unknown>, rules: Readonly<Record<string, Rule>>, prefix: string): void {
  assertNone(Object.keys(fields).filter((name) => !Object.hasOwn(rules, name)), prefix)
  for (const [name, [rule, isValid]] of Object.entries(rules)) {
    const value = fields[name]
    if (value !== undefined && !isValid(value)) throw invalidParameter(`${prefix}${name} 应为${rule}: ${JSON.stringify(value)}`)
  }
}

function assertNone(names: readonly string[], prefix: string): void {
  if (names.length > 0) throw invalidParameter(`故障不认识字段 ${names.map((name) => prefix + name).join(', ')} (unknown fields)`)
}
