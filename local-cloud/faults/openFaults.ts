import type { IncomingMessage } from 'node:http'
import { CloudError } from '../errors'
import type { Invocation } from '../functions/invocations'
import { parseFault, type Fault, type FaultEffect, type Moment } from './fault'

/** The connection is gone already: whoever catches this has nobody to answer. */
class ConnectionLost extends Error {
  constructor() {
    super('连接中断 (the connection was broken off)')
  }
}

/** One call at the gateway. `invocation` is the function that calls; none for a program that only speaks the protocol, and for a phone, which names the function it calls. */
export type FaultyCall = { readonly request: IncomingMessage; readonly action: string; readonly collection?: unknown; readonly invocation?: Invocation; readonly functionName?: string }
export type FaultReport = Fault & { readonly id: number; readonly struck: number }
export type Faults = {
  /** A `Fault`, also one that came over the wire: a bad description is refused. */
  add(description: unknown): FaultReport
  /** In the order in which they were added; those that are spent too. */
  list(): readonly FaultReport[]
  clear(): void
  /** Does the work of a call, with whatever is to happen to it. */
  around<T>(call: FaultyCall, work: () => T | Promise<T>): Promise<T>
}
type Active = { readonly id: number; readonly fault: Fault; passed: number; struck: number; readonly callsOf: WeakMap<Invocation, number> }

/** Faults on demand, for tests and for the curious. */
export function openFaults(kill: (invocation: Invocation) => void): Faults {
  let active: Active[] = []
  let lastId = 0
  const reportOf = ({ id, fault, struck }: Active): FaultReport => ({ ...fault, id, struck })

  /** All delays that are due, and the first effect that ends the call. */
  function strike(call: FaultyCall): FaultEffect[] {
    const effects: FaultEffect[] = []
    for (const one of active) {
      if (!strikes(one, call)) continue
      effects.push(one.fault.do)
      if (!('delay' in one.fault.do)) break
    }
    return effects
  }

  return {
    add(description) {
      const one: Active = { id: (lastId += 1), fault: parseFault(description), passed: 0, struck: 0, callsOf: new WeakMap() }
      active.push(one)
      return reportOf(one)
    },
    list: () => active.map(reportOf),
    clear: () => void (active = []),
    async around(call, work) {
      if (call.invocation?.isKilled) throw breakOff(call)
      const effects = strike(call)
      for (const effect of effects) if ('delay' in effect) await sleep(effect.delay)
      const ending = effects.find((effect) => !('delay' in effect))
      if (!ending) return work()
      // Whatever comes of it: the caller does not learn it.
      if (momentOf(ending) === 'after') await Promise.resolve().then(work).catch(() => undefined)
      if ('killFunction' in ending) kill(call.invocation!)
      throw 'error' in ending ? new CloudError(ending.code ?? 'SYS_ERR', ending.message ?? '故障演练 (a fault on demand)', ending.wrapped) : breakOff(call)
    },
  }
}

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

function breakOff({ request }: FaultyCall): ConnectionLost {
  request.socket.destroy()
  return new ConnectionLost()
}

function strikes(one: Active, { action, collection, invocation, functionName = invocation?.functionName }: FaultyCall): boolean {
  const { on, do: effect } = one.fault
  const isFitting =
    (on.action === undefined || action.startsWith(on.action)) && (on.collection === undefined || collection === on.collection) && (on.functionName === undefined || functionName === on.functionName)
  if (!isFitting || one.struck >= (on.times ?? 1)) return false
  if ('killFunction' in effect && !isCallOf(one, invocation, effect.atCall ?? 1)) return false
  one.passed += 1
  if (one.passed <= (on.skip ?? 0)) return false
  one.struck += 1
  return true
}

/** Whether this is the n-th fitting call of its invocation. */
function isCallOf({ callsOf }: Active, invocation: Invocation | undefined, n: number): boolean {
  if (!invocation) return false
  const calls = (callsOf.get(invocation) ?? 0) + 1
  callsOf.set(invocation, calls)
  return calls === n
}

const momentOf = (effect: FaultEffect): Moment | undefined => ('error' in effect ? effect.error : 'reset' in effect ? effect.reset : 'killFunction' in effect ? effect.killFunction : undefined)
