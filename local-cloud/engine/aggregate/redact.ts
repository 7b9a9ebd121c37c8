import type { Document, Value } from '../document'
import { compileExpression } from '../expression/compile'
import { withConstants, withVariables } from '../expression/scope'
import { isArray, isObject, show } from '../expression/values'
import { badValue } from '../query/badValue'
import type { CompileStage } from './stage'

const DECISIONS = { DESCEND: 'descend', KEEP: 'keep', PRUNE: 'prune' } as const

/** The expression decides on a document and, where it descends, on each one within it: paths are paths of that one. */
export const $redact: CompileStage = (value, { scope }) => {
  const { scope: inner, slots } = withVariables(withConstants(scope, DECISIONS), ['CURRENT'])
  const decide = compileExpression(value, inner)
  const { root, pipeline: { frame } } = scope
  const redacted = (document: Document): Document | undefined => {
    frame[slots[0]!] = document
    const decision = decide(frame)
    if (decision === DECISIONS.KEEP) return document
    if (decision === DECISIONS.PRUNE) return undefined
    if (decision !== DECISIONS.DESCEND) throw badValue(`$redact's expression should not return anything aside from the variables $$KEEP, $$DESCEND, and $$PRUNE, but returned ${show(decision)}`)
    return Object.fromEntries(Object.entries(document).flatMap(([name, each]) => within(each).map((kept) => [name, kept])))
  }
  const within = (each: Value): Value[] => {
    if (isArray(each)) return [each.flatMap(within)]
    const kept = isObject(each) ? redacted(each) : each
    return kept === undefined ? [] : [kept]
  }
  return function* (documents) {
    for (const document of documents) {
      frame[root] = document
      const kept = redacted(document)
      if (kept) yield kept
    }
  }
}
