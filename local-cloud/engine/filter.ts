import { Context } from 'mingo/core'
import * as queryOperators from 'mingo/operators/query'
import { Query } from 'mingo/query'
import { CloudError, invalidParameter, unsupported } from '../errors'
import { isPlainObject, type Document, type Value } from './document'

const LOGICAL = ['$and', '$or', '$nor'] as const
const ON_FIELD = ['$eq', '$ne', '$gt', '$gte', '$lt', '$lte', '$in', '$nin', '$exists', '$not', '$all', '$size', '$elemMatch', '$mod', '$regex', '$options'] as const
const NEEDS_ARRAY: readonly string[] = ['$in', '$nin', '$all', '$mod']

const context = Context.init({
  query: Object.fromEntries([...LOGICAL, ...ON_FIELD].flatMap((name) => {
    const operator = (queryOperators as Record<string, unknown>)[name]
    return operator ? [[name, operator]] : []
  })) as never,
})

export type Test = (document: Document) => boolean

/** mingo decides what matches; which operators exist is decided here, so that an unknown one has its name in the error. */
export function compileFilter(filter: Document): Test {
  if (Object.keys(filter).length === 0) return () => true
  assertKnownOperators(filter)
  try {
    const query = new Query(filter, { context })
    return (document) => query.test(document)
  } catch (error) {
    throw new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${(error as Error).message}`)
  }
}

function assertKnownOperators(filter: Document): void {
  for (const [key, operand] of Object.entries(filter)) {
    if ((LOGICAL as readonly string[]).includes(key)) {
      if (!Array.isArray(operand) || operand.length === 0) throw invalidParameter(`${key} must be a nonempty array`)
      for (const clause of operand) {
        if (!isPlainObject(clause)) throw invalidParameter(`${key} entries need to be full objects`)
        assertKnownOperators(clause)
      }
    } else if (key.startsWith('$')) throw unsupported('查询操作符', key)
    else assertKnownFieldOperators(operand)
  }
}

function assertKnownFieldOperators(operand: Value): void {
  if (!isOperatorObject(operand)) return
  for (const [name, inner] of Object.entries(operand)) {
    if (!(ON_FIELD as readonly string[]).includes(name)) throw unsupported('查询操作符', name)
    if (NEEDS_ARRAY.includes(name) && !Array.isArray(inner)) throw new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${name} needs an array`)
    if (name === '$not') assertKnownFieldOperators(inner)
    if (name === '$elemMatch' && isPlainObject(inner)) {
      if (isOperatorObject(inner)) assertKnownFieldOperators(inner)
      else assertKnownOperators(inner)
    }
  }
}

export const isOperatorObject = (value: Value): value is Document => isPlainObject(value) && Object.keys(value).some((key) => key.startsWith('$'))
