import { unsupported } from '../../errors'
import { badValue } from '../query/badValue'
import { openBudget, type Budget } from '../regex/bounded'
import type { Value } from '../document'

/** The values of all variables of a running pipeline, each in its own slot. */
export type Frame = Value[]
/** An expression, once compiled. What is missing is `undefined`. */
export type Expression = (frame: Frame) => Value

type Binding = { readonly slot: number } | { readonly constant: Value }
/** What one pipeline, or one filter, shares while it runs. It runs once, from beginning to end. */
type PipelineState = { slots: number; readonly frame: Frame; readonly patterns: Budget }
/** Which variable is found where, and where the document goes. A slot is used for one variable only, so a stage may fill it again for each document. */
export type Scope = { readonly bindings: ReadonlyMap<string, Binding>; readonly root: number; readonly pipeline: PipelineState }

/** `now` is the cloud's clock, read once for the whole pipeline; without it there is no `$$NOW`. */
export function rootScope(now?: Date): Scope {
  const root = { slot: 0 }
  const bindings = new Map<string, Binding>([['ROOT', root], ['CURRENT', root], ['REMOVE', { constant: undefined }]])
  if (now) bindings.set('NOW', { constant: now })
  return { bindings, root: 0, pipeline: { slots: 1, frame: [], patterns: openBudget() } }
}

/** A scope in which each of the names has a slot of its own. */
export function withVariables(scope: Scope, names: readonly string[]): { scope: Scope; slots: number[] } {
  const bindings = new Map(scope.bindings)
  const slots = names.map((name) => {
    const slot = scope.pipeline.slots++
    bindings.set(name, { slot })
    return slot
  })
  return { scope: { ...scope, bindings }, slots }
}

/** For a pipeline within a stage: its documents are not those of the stage, whose variables it still sees. */
export function withOwnRoot(outer: Scope): Scope {
  const { scope, slots } = withVariables(outer, ['ROOT'])
  return { ...scope, bindings: new Map([...scope.bindings, ['CURRENT', { slot: slots[0]! }]]), root: slots[0]! }
}

export const withConstants = (scope: Scope, constants: Readonly<Record<string, Value>>): Scope => ({
  ...scope,
  bindings: new Map([...scope.bindings, ...Object.entries(constants).map(([name, constant]): [string, Binding] => [name, { constant }])]),
})

export function variable(name: string, scope: Scope): Expression {
  const binding = scope.bindings.get(name)
  if (!binding) {
    if (name === 'NOW' || name === 'CLUSTER_TIME') throw unsupported('变量', `$$${name}`)
    throw badValue(`Use of undefined variable: ${name}`)
  }
  if ('constant' in binding) return () => binding.constant
  const { slot } = binding
  return (frame) => frame[slot]
}

/** Users' variables begin with a small letter (or one beyond ASCII); capitals are the system's. */
export function assertVariableName(name: string, mayBeCurrent = false): void {
  if (mayBeCurrent && name === 'CURRENT') return
  if (name === '') throw badValue('empty variable names are not allowed')
  if (!/^[a-z\u0080-\uffff]/.test(name)) throw badValue(`'${name}' starts with an invalid character for a user variable name`)
  const bad = /[^\w\u0080-\uffff]/.exec(name)
  if (bad) throw badValue(`'${name}' contains an invalid character for a variable name: '${bad[0]}'`)
}
