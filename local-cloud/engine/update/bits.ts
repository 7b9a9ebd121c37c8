import { writeFailed } from '../../errors'
import { typeName } from '../compare'
import { isPlainObject, type Document, type Value } from '../document'
import { read, show, write } from './path'

const COMBINE: Readonly<Record<string, (now: bigint, operand: bigint) => bigint>> = {
  and: (now, operand) => now & operand,
  or: (now, operand) => now | operand,
  xor: (now, operand) => now ^ operand,
}

/** `{and | or | xor: integer}`, in the 64 bits of the database; what is missing counts as 0. */
export function bit(document: Document, path: string, operand: Value): void {
  const current = read(document, path)
  if (current !== undefined && !Number.isInteger(current)) {
    throw writeFailed(`Cannot apply $bit to a value of non-integral type. _id: ${show(document._id)} has the field ${path.split('.').at(-1)} of non-integer type ${typeName(current)}`)
  }
  const steps = Object.entries(operand as Document)
  write(document, path, Number(steps.reduce((now, [name, value]) => BigInt.asIntN(64, COMBINE[name]!(now, BigInt(value as number))), BigInt((current as number | undefined) ?? 0))))
}

export function assertBitOperand(operand: Value): void {
  if (!isPlainObject(operand)) throw writeFailed(`The $bit modifier is not compatible with a ${typeName(operand)}. You must pass in an embedded document: {$bit: {field: {and/or/xor: #}}`)
  if (Object.keys(operand).length === 0) throw writeFailed('You must pass in at least one bitwise operation. The format is: {$bit: {field: {and/or/xor: #}}')
  for (const [name, value] of Object.entries(operand)) {
    if (!Object.hasOwn(COMBINE, name)) throw writeFailed(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}' which is an unknown operator: {${name}: ${show(value)}}`)
    if (!Number.isInteger(value)) throw writeFailed(`The $bit modifier field must be an Integer(32/64 bit); a '${typeName(value)}' is not supported here: {${name}: ${show(value)}}`)
  }
}
