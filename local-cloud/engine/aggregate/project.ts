import type { Document, Value } from '../document'
import { compileExpression } from '../expression/compile'
import type { Expression, Scope } from '../expression/scope'
import { isObject, typeName } from '../expression/values'
import { badValue } from '../query/badValue'
import { addToTree, compute, drop, emptyTree, keep, type FieldTree } from './fieldTree'
import { eachDocument, type CompileStage } from './stage'

/** What a `$project` says of one path. */
type Rule = { readonly path: string; readonly is: 'kept' | 'dropped' | Expression }

const isExpression = (value: Document): boolean => Object.keys(value)[0]?.startsWith('$') ?? false

function rulesOf(specification: Document, scope: Scope, above = ''): Rule[] {
  return Object.entries(specification).flatMap(([name, value]): Rule[] => {
    const path = above + name
    if (typeof value === 'number' || typeof value === 'boolean') return [{ path, is: value ? 'kept' : 'dropped' }]
    if (!isObject(value) || isExpression(value)) return [{ path, is: compileExpression(value, scope) }]
    if (Object.keys(value).length === 0) throw badValue(`Invalid $project :: caused by :: An empty sub-projection is not a valid value. Found empty object at path '${path}'`)
    return rulesOf(value, scope, `${path}.`)
  })
}

export const $project: CompileStage = (value, { scope }) => {
  if (!isObject(value)) throw badValue('$project specification must be an object')
  if (Object.keys(value).length === 0) throw badValue('Invalid $project :: caused by :: projection specification must have at least one field')
  const rules = rulesOf(value, scope)
  const decisive = rules.filter(({ path, is }) => path !== '_id' || typeof is === 'function')
  const isExclusion = decisive.length > 0 ? decisive[0]!.is === 'dropped' : rules[0]!.is === 'dropped'
  for (const { path, is } of decisive) {
    if (isExclusion && is === 'kept') throw badValue(`Invalid $project :: caused by :: Cannot do inclusion on field ${path} in exclusion projection`)
    if (isExclusion && is !== 'dropped') throw badValue(`Invalid $project :: caused by :: Cannot use an expression (${path}) in an exclusion projection`)
    if (!isExclusion && is === 'dropped') throw badValue(`Invalid $project :: caused by :: Cannot do exclusion on field ${path} in inclusion projection`)
  }
  return isExclusion ? dropping(rules, scope) : keeping(rules, scope)
}

function dropping(rules: readonly Rule[], scope: Scope) {
  const tree = emptyTree()
  for (const { path, is } of rules) if (is === 'dropped') addTo('$project', tree, path)
  return eachDocument(scope, (document) => drop(tree, document))
}

function keeping(rules: readonly Rule[], scope: Scope) {
  const tree = emptyTree()
  for (const { path, is } of rules) if (is !== 'dropped') addTo('$project', tree, path, is === 'kept' ? undefined : is)
  if (!rules.some(({ path }) => path === '_id' || path.startsWith('_id.'))) tree.leaves.add('_id')
  return eachDocument(scope, (document, frame) => compute(tree, keep(tree, document), frame))
}

function addTo(stage: string, tree: FieldTree, path: string, expression?: Expression): void {
  try {
    addToTree(tree, path, expression)
  } catch (error) {
    throw badValue(`Invalid ${stage} :: caused by :: ${(error as Error).message.replace('[FailedOperation] ', '')}`)
  }
}

const adding = (stage: string): CompileStage => (value, { scope }) => {
  if (!isObject(value)) throw badValue(`${stage} specification stage must be an object, got ${typeName(value)}`)
  if (Object.keys(value).length === 0) throw badValue(`Invalid ${stage} :: caused by :: specification must have at least one field`)
  const tree = emptyTree()
  const add = (name: string, field: Value): void => {
    if (!isObject(field) || isExpression(field)) return addTo(stage, tree, name, compileExpression(field, scope))
    if (Object.keys(field).length === 0) throw badValue(`Invalid ${stage} :: caused by :: an empty object is not a valid value. Found empty object at path ${name}`)
    for (const [inner, each] of Object.entries(field)) add(`${name}.${inner}`, each)
  }
  for (const [name, field] of Object.entries(value)) add(name, field)
  return eachDocument(scope, (document, frame) => compute(tree, document, frame))
}

export const $addFields = adding('$addFields')
export const $set = adding('$set')

export const $unset: CompileStage = (value, { scope }) => {
  const paths: Value[] = Array.isArray(value) ? value : [value]
  if (paths.length === 0) throw badValue('$unset specification must be a string or an array with at least one field')
  const tree = emptyTree()
  for (const path of paths) {
    if (typeof path !== 'string') throw badValue('$unset specification must be a string or an array containing only string values')
    addTo('$unset', tree, path)
  }
  return eachDocument(scope, (document) => drop(tree, document))
}
