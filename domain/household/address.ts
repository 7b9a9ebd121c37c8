import { halfWidth } from '../text/halfWidth'

/** 房号 as a roster has it: `unit` is empty in a house without units. */
export type Address = { readonly building: string; readonly unit: string; readonly room: string }

const SUFFIXES = { building: /(号楼|幢|栋|座|楼|#)$/, unit: /(单元|#)$/, room: /(室|号|#)$/ } as const
const NUMBER_WIDTH = 5

const bare = (text: string, suffix: RegExp): string => halfWidth(text).replace(/\s/g, '').toUpperCase().replace(suffix, '').replace(/^0+(?=\d)/, '')

/** The same address however it was typed: `03幢`, `3 栋` and `３#` are one building. */
export const plainAddress = ({ building, unit, room }: Address): Address => ({ building: bare(building, SUFFIXES.building), unit: bare(unit, SUFFIXES.unit), room: bare(room, SUFFIXES.room) })

/** `3 幢 2 单元 501`. */
export function addressLabel(address: Address): string {
  const { building, unit, room } = plainAddress(address)
  return [`${building} 幢`, unit && `${unit} 单元`, room].filter(Boolean).join(' ')
}

const padded = (text: string): string => text.replace(/\d+/g, (digits) => digits.padStart(NUMBER_WIDTH, '0'))
/** Sorts as people count, 2 before 10, and is the same text for the same address. */
export function addressOrder(address: Address): string {
  const { building, unit, room } = plainAddress(address)
  return [building, unit, room].map(padded).join(' ')
}
