import { badValue } from '../query/badValue'
import type { Document, Value } from '../document'
import type { Expression, Scope } from './scope'
import { isObject, typeName } from './values'

export type Compile = (specification: Value, scope: Scope) => Expression
/** Where an operator was written: what stands behind its name, and the variables known there. */
export type Site = { readonly name: string; readonly operand: Value; readonly scope: Scope; readonly compile: Compile }
export type Operator = (site: Site) => Expression
export type Operators = Readonly<Record<string, Operator>>

/** A list is the list of the arguments, anything else is the only one. */
export const operandsOf = ({ operand, scope, compile }: Site): Expression[] => (Array.isArray(operand) ? operand : [operand]).map((each: Value) => compile(each, scope))

export function takes(count: number, evaluate: (...values: Value[]) => Value): Operator {
  return (site) => {
    const operands = operandsOf(site)
    if (operands.length !== count) throw badValue(`Expression ${site.name} takes exactly ${count} arguments. ${operands.length} were passed in.`)
    const [a, b, c] = operands
    if (count === 1) return (frame) => evaluate(a!(frame))
    if (count === 2) return (frame) => evaluate(a!(frame), b!(frame))
    return (frame) => evaluate(a!(frame), b!(frame), c!(frame))
  }
}

export function takesBetween(least: number, most: number, evaluate: (values: readonly Value[], count: number) => Value): Operator {
  return (site) => {
    const operands = operandsOf(site)
    const count = operands.length
    if (count < least || count > most) throw badValue(`Expression ${site.name} takes at least ${least} arguments, and at most ${most}, but ${count} were passed in.`)
    return (frame) => evaluate(operands.map((operand) => operand(frame)), count)
  }
}

export function takesAny(evaluate: (values: readonly Value[]) => Value): Operator {
  return (site) => {
    const operands = operandsOf(site)
    return (frame) => evaluate(operands.map((operand) => operand(frame)))
  }
}

type Fields = { readonly required: readonly string[]; readonly optional?: readonly string[] }

/** The operand as an object with these fields and no others. */
export function fieldsOf({ name, operand }: Pick<Site, 'name' | 'operand'>, { required, optional = [] }: Fields): Document {
  if (!isObject(operand)) throw badValue(`${name} only supports an object as its argument, found: ${typeName(operand)}`)
  for (const field of Object.keys(operand)) {
    if (!required.includes(field) && !optional.includes(field)) throw badValue(`Unrecognized parameter to ${name}: ${field}`)
  }
  for (const field of required) if (!Object.hasOwn(operand, field)) throw badValue(`Missing '${field}' parameter to ${name}`)
  return operand
}

/** For operators with named arguments; one that is not given is missing, as one that evaluates to nothing. */
export function takesFields(fields: Fields, evaluate: (values: Readonly<Record<string, Value>>, given: Document) => Value): Operator {
  return (site) => {
    const given = fieldsOf(site, fields)
    const compiled = Object.entries(given).map(([name, value]) => [name, site.compile(value, site.scope)] as const)
    return (frame) => {
      const values: Document = {}
      for (const [name, expression] of compiled) values[name] = expression(frame)
      return evaluate(values, given)
    }
  }
}
