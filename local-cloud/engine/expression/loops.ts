import { badValue } from '../query/badValue'
import type { Value } from '../document'
import { fieldsOf, type Operator, type Operators } from './operator'
import { assertVariableName, withVariables } from './scope'
import { isArray, isNullish, isTrue, show, typeName } from './values'

function elementName({ as }: Readonly<Record<string, Value>>, operator: string): string {
  if (as === undefined) return 'this'
  if (typeof as !== 'string') throw badValue(`${operator} requires 'as' to be a string, found: ${typeName(as)}`)
  assertVariableName(as)
  return as
}

/** `$map` and `$filter`: the body sees each element under a name. */
const onElements = (bodyName: 'in' | 'cond', collect: (array: Value[], bodyOf: (item: Value) => Value) => Value[]): Operator => (site) => {
  const fields = fieldsOf(site, { required: ['input', bodyName], optional: ['as'] })
  const input = site.compile(fields.input, site.scope)
  const { scope, slots } = withVariables(site.scope, [elementName(fields, site.name)])
  const body = site.compile(fields[bodyName], scope)
  return (frame) => {
    const array = input(frame)
    if (isNullish(array)) return null
    if (!isArray(array)) throw badValue(`input to ${site.name} must be an array not ${typeName(array)}`)
    return collect(array, (item) => {
      frame[slots[0]!] = item
      return body(frame)
    })
  }
}

const $map = onElements('in', (array, bodyOf) => array.map((item) => bodyOf(item) ?? null))
const $filter = onElements('cond', (array, bodyOf) => array.filter((item) => isTrue(bodyOf(item))))

const $reduce: Operator = (site) => {
  const fields = fieldsOf(site, { required: ['input', 'initialValue', 'in'] })
  const [input, initial] = [site.compile(fields.input, site.scope), site.compile(fields.initialValue, site.scope)]
  const { scope, slots } = withVariables(site.scope, ['this', 'value'])
  const [thisSlot, valueSlot] = slots as [number, number]
  const body = site.compile(fields.in, scope)
  return (frame) => {
    const array = input(frame)
    if (isNullish(array)) return null
    if (!isArray(array)) throw badValue(`$reduce requires that 'input' be an array, found: ${show(array)}`)
    let value = initial(frame)
    for (const item of array) {
      frame[thisSlot] = item
      frame[valueSlot] = value
      value = body(frame)
    }
    return value
  }
}

const $zip: Operator = (site) => {
  const { inputs, useLongestLength = false, defaults } = fieldsOf(site, { required: ['inputs'], optional: ['useLongestLength', 'defaults'] })
  if (!Array.isArray(inputs)) throw badValue(`inputs must be an array of expressions, found ${typeName(inputs)}`)
  if (inputs.length === 0) throw badValue('$zip requires at least one input array')
  if (typeof useLongestLength !== 'boolean') throw badValue(`useLongestLength must be a bool, found ${typeName(useLongestLength)}`)
  if (defaults !== undefined && !Array.isArray(defaults)) throw badValue(`defaults must be an array of expressions, found ${typeName(defaults)}`)
  if (defaults !== undefined && !useLongestLength) throw badValue('cannot specify defaults unless useLongestLength is true')
  if (defaults !== undefined && defaults.length !== inputs.length) throw badValue('defaults and inputs must have the same length')
  const compileAll = (list: readonly Value[]) => list.map((each) => site.compile(each, site.scope))
  const [arrays, fallbacks] = [compileAll(inputs), compileAll(defaults ?? [])]
  return (frame) => {
    const values = arrays.map((each) => each(frame))
    if (values.some(isNullish)) return null
    const wrong = values.find((value) => !isArray(value))
    if (wrong !== undefined) throw badValue(`$zip found a non-array expression in input: ${show(wrong)}`)
    const lengths = (values as Value[][]).map(({ length }) => length)
    const length = useLongestLength ? Math.max(...lengths) : Math.min(...lengths)
    const gaps = fallbacks.map((each) => each(frame))
    return Array.from({ length }, (_, row) => (values as Value[][]).map((array, column) => (row < array.length ? array[row] : gaps[column]) ?? null))
  }
}

export const LOOPS: Operators = { $map, $filter, $reduce, $zip }
