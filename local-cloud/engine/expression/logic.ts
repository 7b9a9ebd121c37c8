import { badValue } from '../query/badValue'
import type { Value } from '../document'
import { fieldsOf, operandsOf, takes, type Operator, type Operators, type Site } from './operator'
import { assertVariableName, withVariables, type Expression } from './scope'
import { compareValues, isObject, isTrue, typeName } from './values'

const compares = (holds: (order: number) => boolean): Operator => takes(2, (a, b) => holds(compareValues(a, b)))

const $and: Operator = (site) => {
  const operands = operandsOf(site)
  return (frame) => operands.every((operand) => isTrue(operand(frame)))
}

const $or: Operator = (site) => {
  const operands = operandsOf(site)
  return (frame) => operands.some((operand) => isTrue(operand(frame)))
}

const $cond: Operator = (site) => {
  const parts = isObject(site.operand) ? branchesOf(site) : operandsOf(site)
  if (parts.length !== 3) throw badValue(`Expression $cond takes exactly 3 arguments. ${parts.length} were passed in.`)
  const [condition, yes, no] = parts as [Expression, Expression, Expression]
  return (frame) => (isTrue(condition(frame)) ? yes(frame) : no(frame))
}

const branchesOf = (site: Site): Expression[] => {
  const fields = fieldsOf(site, { required: ['if', 'then', 'else'] })
  return [fields.if, fields.then, fields.else].map((each) => site.compile(each, site.scope))
}

/** Two, as the platform documents it; the database has taken more since 5.0. */
const $ifNull: Operator = (site) => {
  const operands = operandsOf(site)
  if (operands.length !== 2) throw badValue(`Expression $ifNull takes exactly 2 arguments. ${operands.length} were passed in.`)
  const [value, otherwise] = operands as [Expression, Expression]
  return (frame) => value(frame) ?? otherwise(frame)
}

const $switch: Operator = ({ operand, scope, compile }) => {
  if (!isObject(operand)) throw badValue(`$switch requires an object as an argument, found: ${typeName(operand)}`)
  for (const name of Object.keys(operand)) if (name !== 'branches' && name !== 'default') throw badValue(`$switch found an unknown argument: ${name}`)
  const { branches = [] } = operand
  if (!Array.isArray(branches)) throw badValue(`$switch expected an array for 'branches', found: ${typeName(branches)}`)
  if (branches.length === 0) throw badValue('$switch requires at least one branch.')
  const cases = branches.map((branch: Value) => {
    if (!isObject(branch)) throw badValue(`$switch expected each branch to be an object, found: ${typeName(branch)}`)
    for (const name of Object.keys(branch)) if (name !== 'case' && name !== 'then') throw badValue(`$switch found an unknown argument to a branch: ${name}`)
    for (const name of ['case', 'then']) if (!Object.hasOwn(branch, name)) throw badValue(`$switch requires each branch have a '${name}' expression`)
    return { holds: compile(branch.case, scope), then: compile(branch.then, scope) }
  })
  const otherwise = Object.hasOwn(operand, 'default') ? compile(operand.default, scope) : undefined
  return (frame) => {
    const branch = cases.find(({ holds }) => isTrue(holds(frame)))
    if (branch) return branch.then(frame)
    if (!otherwise) throw badValue('$switch could not find a matching branch for an input, and no default was specified.')
    return otherwise(frame)
  }
}

/** The new variables see the old ones only, not each other. */
const $let: Operator = (site) => {
  const { vars, in: body } = fieldsOf(site, { required: ['vars', 'in'] })
  if (!isObject(vars)) throw badValue(`invalid parameter: expected an object (vars), found: ${typeName(vars)}`)
  const names = Object.keys(vars)
  names.forEach((name) => assertVariableName(name, true))
  const values = names.map((name) => site.compile(vars[name], site.scope))
  const { scope, slots } = withVariables(site.scope, names)
  const result = site.compile(body, scope)
  return (frame) => {
    values.forEach((value, i) => (frame[slots[i]!] = value(frame)))
    return result(frame)
  }
}

export const LOGIC: Operators = {
  $and,
  $or,
  $not: takes(1, (value) => !isTrue(value)),
  $cmp: takes(2, compareValues),
  $eq: compares((order) => order === 0),
  $ne: compares((order) => order !== 0),
  $gt: compares((order) => order > 0),
  $gte: compares((order) => order >= 0),
  $lt: compares((order) => order < 0),
  $lte: compares((order) => order <= 0),
  $cond,
  $ifNull,
  $switch,
  $let,
  $literal: ({ operand }) => () => operand,
}
