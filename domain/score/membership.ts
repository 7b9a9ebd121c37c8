import type { Decisions } from '../rulebook/edition'
import { dateOf, dateOfDayNumber, dayNumberOfDate, monthEnd } from '../time/beijing'
import { isYear, yearOfPeriod } from './period'
import type { Member } from './standings'

/**
 * 加入、退出: Beijing dates. `joinedAt` is the first day on which an estate belongs to the town, `leftAt` the first on which it does no more. Without the one it was there
 * before anything was assessed, without the other it has not left.
 */
export type Membership = { readonly joinedAt?: string; readonly leftAt?: string }

export const belongsOn = ({ joinedAt, leftAt }: Membership, date: string): boolean => (joinedAt === undefined || joinedAt <= date) && (leftAt === undefined || date < leftAt)

const earlier = (a: string, b: string): string => (a < b ? a : b)
const later = (a: string, b: string): string => (a > b ? a : b)
const firstDay = (month: string): string => `${month}-01`
const lastDay = (month: string): string => dateOf(monthEnd(month) - 1)

/** Whether it belonged on at least one day of the month, of one that runs as far as it has come. */
export function belongedIn(membership: Membership, month: string, today = lastDay(month)): boolean {
  const day = later(firstDay(month), membership.joinedAt ?? '')
  return day <= earlier(lastDay(month), today) && belongsOn(membership, day)
}

/** From one day to another without a break: an estate comes once and leaves once. */
const belongsFromTo = (membership: Membership, from: string, to: string): boolean => belongsOn(membership, from) && belongsOn(membership, to)

type Table = {
  readonly period: string
  /** The months whose long-term scores the period means, and those of its year so far. */
  readonly months: readonly string[]
  readonly ofYear: readonly string[]
  readonly today: string
}
type Estate = Membership & { readonly _id: string }

/** 参加排名的小区: of a month those to whom it is an own one, of a year those who belong at its end, or today while it runs; each with its own months. @source 补充规定 D15 */
export function membersOf({ monthMembers, yearMembers }: Pick<Decisions, 'monthMembers' | 'yearMembers'>, estates: readonly Estate[], { period, months, ofYear, today }: Table): readonly Member[] {
  const isOwn = (estate: Estate) => (month: string) => (monthMembers === 'wholeMonth' ? belongsFromTo(estate, firstDay(month), earlier(lastDay(month), today)) : belongedIn(estate, month, today))
  const end = earlier(`${yearOfPeriod(period)}-12-31`, today)
  const isOfYear = (estate: Estate) => (yearMembers === 'wholeYear' ? belongsFromTo(estate, firstDay(months[0] ?? period), end) : belongsOn(estate, end))
  return estates
    .filter((estate) => !isYear(period) || isOfYear(estate))
    .map((estate) => ({ estateId: estate._id, months: months.filter(isOwn(estate)), ofYear: ofYear.filter(isOwn(estate)) }))
    .filter((member) => member.months.length > 0)
}

/** The newest month it belonged to: the present one, or of an estate that has left its last. */
export function newestMonth({ leftAt }: Membership, today: string): string {
  const left = leftAt === undefined || leftAt > today ? undefined : dayNumberOfDate(leftAt)
  return (left === undefined ? today : dateOfDayNumber(left - 1)).slice(0, 7)
}
