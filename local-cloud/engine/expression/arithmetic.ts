import { badValue } from '../query/badValue'
import { takes, takesAny, takesBetween, type Operator, type Operators } from './operator'
import { dateAt, isNullish, isNumber, show, typeName } from './values'

/** Null and missing answer null before anything else is looked at. */
const onNumber = (name: string, compute: (n: number) => number): Operator =>
  takes(1, (value) => {
    if (isNullish(value)) return null
    if (!isNumber(value)) throw badValue(`${name} only supports numeric types, not ${typeName(value)}`)
    return compute(value)
  })

const onNumbers = (name: string, compute: (a: number, b: number) => number): Operator =>
  takes(2, (a, b) => {
    if (isNullish(a) || isNullish(b)) return null
    if (!isNumber(a) || !isNumber(b)) throw badValue(`${name} only supports numeric types, not ${typeName(a)} and ${typeName(b)}`)
    return compute(a, b)
  })

const onDomain = (name: string, isInside: (n: number) => boolean, refusal: (n: number) => string, compute: (n: number) => number): [string, Operator] => [
  name,
  onNumber(name, (n) => {
    if (!Number.isNaN(n) && !isInside(n)) throw badValue(refusal(n))
    return compute(n)
  }),
]
const bounded = (name: string, low: number, high: number, compute: (n: number) => number): [string, Operator] =>
  onDomain(name, (n) => n >= low && n <= high, (n) => `cannot apply ${name} to ${n}, value must be in [${low},${high}]`, compute)

const $add = takesAny((values) => {
  let sum = 0
  let isDate = false
  for (const value of values) {
    if (isNullish(value)) return null
    if (value instanceof Date) {
      if (isDate) throw badValue('only one date allowed in an $add expression')
      isDate = true
      sum += value.getTime()
    } else if (isNumber(value)) sum += value
    else throw badValue(`$add only supports numeric or date types, not ${typeName(value)}`)
  }
  return isDate ? dateAt(sum) : sum
})

const $multiply = takesAny((values) => {
  let product = 1
  for (const value of values) {
    if (isNullish(value)) return null
    if (!isNumber(value)) throw badValue(`$multiply only supports numeric types, not ${typeName(value)}`)
    product *= value
  }
  return product
})

const $subtract = takes(2, (a, b) => {
  if (isNullish(a) || isNullish(b)) return null
  if (isNumber(a) && isNumber(b)) return a - b
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime()
  if (a instanceof Date && isNumber(b)) return dateAt(a.getTime() - b)
  throw badValue(`can't $subtract ${typeName(b)} from ${typeName(a)}`)
})

function divide(a: number, b: number): number {
  if (b === 0) throw badValue("can't $divide by zero")
  return a / b
}

function modulo(a: number, b: number): number {
  if (b === 0) throw badValue("can't $mod by zero")
  return a % b
}

const $pow = takes(2, (base, exponent) => {
  if (isNullish(base) || isNullish(exponent)) return null
  if (!isNumber(base)) throw badValue(`$pow's base must be numeric, not ${typeName(base)}`)
  if (!isNumber(exponent)) throw badValue(`$pow's exponent must be numeric, not ${typeName(exponent)}`)
  if (base === 0 && exponent < 0) throw badValue('$pow cannot take a base of 0 and a negative exponent')
  return base ** exponent
})

const $log = takes(2, (value, base) => {
  if (isNullish(value) || isNullish(base)) return null
  if (!isNumber(value)) throw badValue(`$log's argument must be numeric, not ${typeName(value)}`)
  if (!isNumber(base)) throw badValue(`$log's base must be numeric, not ${typeName(base)}`)
  if (value <= 0) throw badValue(`$log's argument must be a positive number, but is ${value}`)
  if (base <= 0 || base === 1) throw badValue(`$log's base must be a positive number not equal to 1, but is ${base}`)
  return Math.log(value) / Math.log(base)
})

/** Shifting the decimal point in the text is exact; multiplying by a power of ten is not. */
const shift = (n: number, places: number): number => {
  const [digits, exponent = '0'] = String(n).split('e')
  return Number(`${digits}e${Number(exponent) + places}`)
}

/** A half goes to the even neighbour. */
function roundHalfEven(n: number): number {
  const floor = Math.floor(n)
  if (n - floor === 0.5) return floor % 2 === 0 ? floor : floor + 1
  return Math.round(n)
}

const toPlaces = (name: string, cut: (n: number) => number): Operator =>
  takesBetween(1, 2, ([value, places], count) => {
    if (isNullish(value) || (count === 2 && isNullish(places))) return null
    if (!isNumber(value)) throw badValue(`${name} only supports numeric types, not ${typeName(value)}`)
    const precision = count === 2 ? places : 0
    if (!Number.isInteger(precision)) throw badValue(`precision argument to ${name} must be a integral value, but is ${show(precision)}`)
    if ((precision as number) < -20 || (precision as number) > 100) throw badValue(`cannot apply ${name} with precision value ${show(precision)} value must be in [-20, 100]`)
    const result = Number.isFinite(value) ? shift(cut(shift(value, precision as number)), -(precision as number)) : value
    return result === 0 ? 0 : result
  })

const RADIANS = Math.PI / 180
const plain = { $abs: Math.abs, $ceil: Math.ceil, $floor: Math.floor, $exp: Math.exp, $sin: Math.sin, $cos: Math.cos, $tan: Math.tan, $sinh: Math.sinh, $cosh: Math.cosh, $tanh: Math.tanh, $atan: Math.atan, $asinh: Math.asinh }
const positive = (name: string, compute: (n: number) => number) => onDomain(name, (n) => n > 0, (n) => `${name}'s argument must be a positive number, but is ${n}`, compute)

export const ARITHMETIC: Operators = {
  $add, $subtract, $multiply, $pow, $log,
  $divide: onNumbers('$divide', divide),
  $mod: onNumbers('$mod', modulo),
  $round: toPlaces('$round', roundHalfEven),
  $trunc: toPlaces('$trunc', Math.trunc),
  $atan2: onNumbers('$atan2', Math.atan2),
  $degreesToRadians: onNumber('$degreesToRadians', (n) => n * RADIANS),
  $radiansToDegrees: onNumber('$radiansToDegrees', (n) => n / RADIANS),
  ...Object.fromEntries(Object.entries(plain).map(([name, compute]) => [name, onNumber(name, compute)])),
  ...Object.fromEntries([
    onDomain('$sqrt', (n) => n >= 0, () => "$sqrt's argument must be greater than or equal to 0", Math.sqrt),
    positive('$ln', Math.log),
    positive('$log10', Math.log10),
    bounded('$acos', -1, 1, Math.acos),
    bounded('$asin', -1, 1, Math.asin),
    bounded('$acosh', 1, Infinity, Math.acosh),
    bounded('$atanh', -1, 1, Math.atanh),
  ]),
}
