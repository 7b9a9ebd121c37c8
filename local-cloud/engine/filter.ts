import { unsupported } from '../errors'
import { isPlainObject, type Document, type Value } from './document'
import { ofDocument } from './expression/compile'
import { rootScope, type Scope } from './expression/scope'
import { isTrue } from './expression/values'
import { badValue } from './query/badValue'
import { compileField, type Compiler } from './query/field'
import type { Test } from './query/path'
import { openBudget } from './regex/bounded'

export { isOperatorObject } from './document'
export type { Matched, Test } from './query/path'

/** They run code on the server, or need an index the platform does not make. */
const REFUSED = ['$where', '$text', '$jsonSchema']
const isRefused = (name: string) => REFUSED.includes(name)

/** What a filter asks of a document. All that is wrong with the filter is found here, before any document is seen; `scope` gives `$expr` its variables. */
export function compileFilter(filter: Document, scope: Scope = rootScope()): Test {
  const compile = (each: Document, compiler: Compiler): Test => {
    const tests = Object.entries(each).map(([name, operand]) => compileClause(name, operand, compiler, scope))
    return tests.length === 1 ? tests[0]! : (document, matched) => tests.every((test) => test(document, matched))
  }
  return compile(filter, { budget: openBudget(), isNested: false, compile })
}

function compileClause(name: string, operand: Value, compiler: Compiler, scope: Scope): Test {
  if (!name.startsWith('$')) return compileField(name, operand, compiler)
  switch (name) {
    case '$and': {
      const tests = clauses(name, operand, compiler)
      return (document, matched) => tests.every((test) => test(document, matched))
    }
    // Which of several conditions fitted is not told, so an element that fitted is not either.
    case '$or': {
      const tests = clauses(name, operand, { ...compiler, isNested: true })
      return (document) => tests.some((test) => test(document))
    }
    case '$nor': {
      const tests = clauses(name, operand, { ...compiler, isNested: true })
      return (document) => !tests.some((test) => test(document))
    }
    case '$expr': {
      const valueOf = ofDocument(operand, scope)
      return (document) => isTrue(valueOf(document))
    }
    case '$comment':
      return () => true
    default:
      if (isRefused(name)) throw unsupported('查询操作符', name)
      throw badValue(`unknown top level operator: ${name}`)
  }
}

function clauses(name: string, operand: Value, compiler: Compiler): Test[] {
  if (!Array.isArray(operand) || operand.length === 0) throw badValue(`${name} must be a nonempty array`)
  return operand.map((clause) => {
    if (!isPlainObject(clause)) throw badValue('$or/$and/$nor entries need to be full objects')
    return compiler.compile(clause, compiler)
  })
}
