import { arabic, isNamed } from '../text/numerals'
import { pasted } from '../text/pasted'

/** 房号 as a roster has it: `unit` is empty in a house without units. */
export type Address = { readonly building: string; readonly unit: string; readonly room: string }
type Part = keyof Address

const SUFFIXES: Readonly<Record<Part, RegExp>> = { building: /(?:[号#]?[楼幢栋座]+|[号#])$/, unit: /(?:[号#]?单元|[号#])$/, room: /(?:[号#]?(?:房间|[室房户])|[号#])$/ }
const NUMBER_WIDTH = 5
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63]/g
/** Seven places behind the point and next to a whole number: 302.00000000000006. */
const [NOISE, NOISE_MAX] = [/^-?\d+\.\d{7,}$/, 1e-6]

const withoutPoint = (text: string): string => {
  const whole = /^(-?\d+)\.0+$/.exec(text)?.[1]
  if (whole !== undefined) return whole
  const near = Math.round(Number(text))
  return NOISE.test(text) && Math.abs(Number(text) - near) < NOISE_MAX ? String(near) : text
}

/** Until nothing is left to be taken away: the form of a form is itself. */
function core(text: string, part: Part): string {
  const bare = withoutPoint(text.replace(/^第/, '').replace(SUFFIXES[part], ''))
  // 东一 and 三江 are names.
  const plain = (isNamed(bare) ? bare : arabic(bare)).replace(/^(-?)0+(?=\d)/, '$1')
  return plain === text ? text : core(plain, part)
}
const plainPart = (typed: string, part: Part): string => core(pasted(typed).replace(/\s/g, '').replace(DASHES, '-').toUpperCase(), part)

/** The same address however it was typed or pasted: `03幢`, `第十二栋`, `３#`, `A座` and `301.0` have one form, and it alone decides which household is meant. */
export const plainAddress = ({ building, unit, room }: Address): Address => ({ building: plainPart(building, 'building'), unit: plainPart(unit, 'unit'), room: plainPart(room, 'room') })

/** `3 幢 2 单元 501`. */
export function addressLabel(address: Address): string {
  const { building, unit, room } = plainAddress(address)
  return [`${building} 幢`, unit && `${unit} 单元`, room].filter(Boolean).join(' ')
}

const padded = (text: string): string => text.replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '').padStart(NUMBER_WIDTH, '0'))
/** No part has a blank in it, and nothing sorts between a blank and what follows it. */
const [BETWEEN, AFTER] = [' ', '!']
const ordered = ({ building, unit, room }: Address): string => [building, unit, room].map(padded).join(BETWEEN)
/** Sorts as people count, 2 before 10, and is the same text for the same address. */
export const addressOrder = (address: Address): string => ordered(plainAddress(address))

/** Between which all addresses of a building sort, its plain name given. */
export const buildingOrder = (building: string): { readonly gte: string; readonly lt: string } => ({ gte: `${padded(building)}${BETWEEN}`, lt: `${padded(building)}${AFTER}` })

/** 像不像同一户: the same for two addresses that differ only in how their numbers are written (东一 and 东1, 3O1 and 301). Such a pair is a question to whoever wrote it. */
export function addressLook(address: Address): string {
  const { building, unit, room } = plainAddress(address)
  const look = (text: string) => arabic(text).replace(/(\d)O(?=\d)/g, '$10').replace(/第|单元|号|[楼幢栋座室房#]/g, '')
  return ordered({ building: look(building), unit: look(unit), room: look(room) })
}
