import { unsupported } from '../errors'
import { fieldOf, isOperatorObject, isPlainObject, type Document, type Value } from './document'
import { compileFilter, type Matched } from './filter'
import { elementFinder, sliceOf, withOnlyMatched, type Cut } from './query/arrayProjection'
import { badValue } from './query/badValue'

/** What becomes of a field: taken as the mode says, cut, or looked into. */
type Rule = 'whole' | Cut | Branch
type Branch = Map<string, Rule>
type Mode = 'keep' | 'drop'
type Plan = { mode: Mode | null; keepsId: boolean | null; readonly tree: Branch; readonly found: Map<string, (array: Value) => Value>; positional: string | null }

/** `field({a: 1})` keeps, `field({a: 0})` drops; the two do not mix, but for `_id`. The `filter` tells which element `a.$` means. */
export function compileProjection(projection: Document, filter: Document = {}): (document: Document) => Document {
  const plan = parse(projection)
  const mode = plan.mode ?? (plan.found.size > 0 || plan.keepsId ? 'keep' : 'drop')
  if (mode === 'keep' && plan.keepsId !== false) plan.tree.set('_id', 'whole')
  if (mode === 'drop' && plan.keepsId === false) plan.tree.set('_id', 'whole')
  for (const name of plan.found.keys()) if (mode === 'drop') plan.tree.set(name, 'whole')
  const { positional } = plan
  const test = positional === null ? null : compileFilter(filter)
  return (document) => {
    const matched: Matched = {}
    const given = positional !== null && test!(document, matched) ? withOnlyMatched(document, positional, matched.index) : document
    const copy = projected(given, plan.tree, mode)
    // An element sought out stands after the fields that are merely kept, wherever its array stood.
    for (const [name, find] of plan.found) {
      const element = find(fieldOf(document, name))
      if (element !== undefined) copy[name] = element
    }
    return copy
  }
}

function projected(document: Document, tree: Branch, mode: Mode): Document {
  const copy: Document = {}
  for (const key of Object.keys(document)) {
    const rule = tree.get(key)
    const value = rule === undefined ? (mode === 'drop' ? document[key] : undefined) : ruled(document[key], rule, mode)
    if (value !== undefined) copy[key] = value
  }
  return copy
}

function ruled(value: Value, rule: Rule, mode: Mode): Value {
  if (rule === 'whole') return mode === 'keep' ? value : undefined
  if (typeof rule === 'function') return rule(value)
  if (Array.isArray(value)) return value.filter((item) => mode === 'drop' || (item !== null && typeof item === 'object' && !(item instanceof Date))).map((item) => ruled(item, rule, mode))
  if (isPlainObject(value)) return projected(value, rule, mode)
  return mode === 'drop' ? value : undefined
}

function parse(projection: Document): Plan {
  const plan: Plan = { mode: null, keepsId: null, tree: new Map(), found: new Map(), positional: null }
  for (const [path, rule] of flat(projection, '')) read(plan, path, rule)
  return plan
}

/** `{a: {b: 1}}` is `{'a.b': 1}`. */
function flat(projection: Document, prefix: string): [string, Value][] {
  return Object.entries(projection).flatMap(([name, rule]): [string, Value][] => {
    const path = prefix + name
    if (!isPlainObject(rule) || isOperatorObject(rule)) return [[path, rule]]
    if (Object.keys(rule).length === 0) throw badValue(`An empty sub-projection is not a valid value. Found empty object at path ${path}`)
    return flat(rule, `${path}.`)
  })
}

function read(plan: Plan, path: string, rule: Value): void {
  if (path === '' || path.split('.').includes('')) throw badValue(`FieldPath field names may not be empty strings: '${path}'`)
  if (isOperatorObject(rule)) return readOperator(plan, path, rule)
  if (typeof rule !== 'number' && typeof rule !== 'boolean') throw unsupported('投影写法', `${path}: ${JSON.stringify(rule)}`)
  const isKept = Boolean(rule)
  if (path === '_id') {
    plan.keepsId = isKept
    return
  }
  if (path.split('.').some((part) => part.startsWith('$'))) return readPositional(plan, path, isKept)
  choose(plan, isKept ? 'keep' : 'drop', path)
  add(plan.tree, path, 'whole')
}

function readOperator(plan: Plan, path: string, rule: Document): void {
  const [name, operand] = Object.entries(rule)[0]!
  if (Object.keys(rule).length > 1 || (name !== '$slice' && name !== '$elemMatch')) throw unsupported('投影操作符', `${Object.keys(rule).join(' ')} (${path})`)
  if (name === '$slice') return add(plan.tree, path, sliceOf(operand))
  if (path.includes('.')) throw badValue('Cannot use $elemMatch projection on a nested field')
  if (plan.positional !== null) throw badValue('Cannot specify positional operator and $elemMatch')
  if (plan.tree.has(path)) throw badValue(`Path collision at ${path}`)
  plan.found.set(path, elementFinder(operand))
}

function readPositional(plan: Plan, path: string, isKept: boolean): void {
  const array = path.slice(0, -2)
  if (!path.endsWith('.$') || array.includes('$')) throw badValue('Positional projection may only be used at the end, for example: a.b.$')
  if (!isKept) throw badValue('positional projection cannot be used with exclusion')
  if (plan.positional !== null) throw badValue('Cannot specify more than one positional projection per query.')
  if (plan.found.size > 0) throw badValue('Cannot specify positional operator and $elemMatch')
  choose(plan, 'keep', path)
  plan.positional = array
  add(plan.tree, array, 'whole')
}

function choose(plan: Plan, mode: Mode, path: string): void {
  if (plan.mode !== null && plan.mode !== mode) throw badValue(mode === 'keep' ? `Cannot do inclusion on field ${path} in exclusion projection` : `Cannot do exclusion on field ${path} in inclusion projection`)
  plan.mode = mode
}

function add(tree: Branch, path: string, rule: Rule): void {
  const [head, ...rest] = path.split('.') as [string, ...string[]]
  const there = tree.get(head)
  if (rest.length === 0) {
    if (there !== undefined) throw badValue(`Path collision at ${path}`)
    tree.set(head, rule)
    return
  }
  if (there !== undefined && !(there instanceof Map)) throw badValue(`Path collision at ${path} remaining portion ${rest.join('.')}`)
  const branch: Branch = there ?? new Map<string, Rule>()
  tree.set(head, branch)
  add(branch, rest.join('.'), rule)
}
