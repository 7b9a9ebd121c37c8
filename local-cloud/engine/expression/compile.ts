import { unsupported } from '../../errors'
import { badValue } from '../query/badValue'
import type { Document, Value } from '../document'
import { ACCUMULATING } from './accumulators'
import { ARITHMETIC } from './arithmetic'
import { ARRAYS } from './arrays'
import { CONVERSIONS } from './conversions'
import { DATES } from './dates'
import { compilePath } from './fieldPath'
import { LOGIC } from './logic'
import { LOOPS } from './loops'
import { OBJECTS } from './objects'
import type { Operators } from './operator'
import { PATTERNS } from './patterns'
import type { Expression, Scope } from './scope'
import { SETS } from './sets'
import { TEXTS } from './texts'
import { isObject } from './values'

const OPERATORS: Operators = { ...ARITHMETIC, ...ARRAYS, ...CONVERSIONS, ...DATES, ...LOGIC, ...LOOPS, ...OBJECTS, ...PATTERNS, ...SETS, ...TEXTS, ...ACCUMULATING }
/** They exist, but run code on the server, need a text index, or give types no mini-program has. */
const REFUSED = ['$function', '$accumulator', '$meta', '$rand', '$toObjectId', '$toDecimal']

/** All that can be wrong with an expression by itself is found here, before any document is seen: as in the database. */
export function compileExpression(specification: Value, scope: Scope): Expression {
  if (typeof specification === 'string' && specification.startsWith('$')) return compilePath(specification, scope)
  if (Array.isArray(specification)) return compileArray(specification, scope)
  if (!isObject(specification)) return () => specification
  const names = Object.keys(specification)
  return names[0]?.startsWith('$') ? compileOperator(specification, names, scope) : compileObject(specification, scope)
}

/** The expression of a document that goes into the frame first. */
export function ofDocument(specification: Value, scope: Scope): (document: Document) => Value {
  const expression = compileExpression(specification, scope)
  const { root, pipeline } = scope
  return (document) => {
    pipeline.frame[root] = document
    return expression(pipeline.frame)
  }
}

function compileArray(items: readonly Value[], scope: Scope): Expression {
  const compiled = items.map((item) => compileExpression(item, scope))
  return (frame) => compiled.map((item) => item(frame) ?? null)
}

function compileObject(specification: Document, scope: Scope): Expression {
  const compiled = Object.entries(specification).map(([name, value]) => {
    if (name.startsWith('$')) throw badValue(`FieldPath field names may not start with '$'. (${name})`)
    if (name.includes('.')) throw badValue(`FieldPath field names may not contain '.'. (${name})`)
    return [name, compileExpression(value, scope)] as const
  })
  return (frame) => {
    const object: Document = {}
    for (const [name, expression] of compiled) {
      const value = expression(frame)
      if (value !== undefined) object[name] = value
    }
    return object
  }
}

function compileOperator(specification: Document, names: readonly string[], scope: Scope): Expression {
  if (names.length !== 1) throw badValue(`an expression specification must contain exactly one field, the name of the expression. Found ${names.length} fields in { ${names.join(', ')} }`)
  const name = names[0]!
  if (REFUSED.includes(name)) throw unsupported('表达式', name)
  const operator = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined
  if (!operator) throw badValue(`Unrecognized expression '${name}'`)
  return operator({ name, operand: specification[name], scope, compile: compileExpression })
}
