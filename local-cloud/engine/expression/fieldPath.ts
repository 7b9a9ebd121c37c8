import { badValue } from '../query/badValue'
import { type Value } from '../document'
import { variable, type Expression, type Scope } from './scope'
import { isObject } from './values'

export function splitFieldPath(path: string): string[] {
  if (path === '') throw badValue('FieldPath cannot be constructed with empty string')
  if (path.endsWith('.')) throw badValue("FieldPath must not end with a '.'.")
  const names = path.split('.')
  for (const name of names) {
    if (name === '') throw badValue('FieldPath field names may not be empty strings.')
    if (name.startsWith('$')) throw badValue(`FieldPath field names may not start with '$'. (${path})`)
    if (name.includes('\0')) throw badValue('FieldPath field names may not contain null bytes.')
  }
  return names
}

/** `$a.b` is a path of the current document, `$$v.a` of a variable. */
export function compilePath(text: string, scope: Scope): Expression {
  if (text === '$') throw badValue("'$' by itself is not a valid FieldPath")
  const inVariable = text.startsWith('$$')
  const [head, ...names] = inVariable ? splitVariable(text.slice(2)) : ['CURRENT', ...splitFieldPath(text.slice(1))]
  const start = variable(head!, scope)
  return names.length === 0 ? start : (frame) => valueAt(start(frame), names)
}

function splitVariable(path: string): string[] {
  const [name, ...rest] = path.split('.')
  if (!name) throw badValue('empty variable names are not allowed')
  return [name, ...(rest.length ? splitFieldPath(rest.join('.')) : [])]
}

/** Through an array a path leads to the array of what its objects have there; a number is a name like any other, no place. */
export function valueAt(value: Value, names: readonly string[], from = 0): Value {
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      const found = isObject(item) ? valueAt(item, names, from) : undefined
      return found === undefined ? [] : [found]
    })
  }
  if (!isObject(value)) return undefined
  const name = names[from]!
  const next = Object.hasOwn(value, name) ? value[name] : undefined
  return from === names.length - 1 ? next : valueAt(next, names, from + 1)
}
