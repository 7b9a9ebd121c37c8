import { clockTime } from './zone'

const DAY = 86_400_000

/** All of these read the wall clock: a date whose UTC getters show the time of the place. */
export const dayOfYear = (wall: Date): number => Math.floor((wall.getTime() - clockTime(wall.getUTCFullYear(), 1, 1)) / DAY) + 1
/** 1 is Sunday. */
export const dayOfWeek = (wall: Date): number => wall.getUTCDay() + 1
/** 1 is Monday. */
export const isoDayOfWeek = (wall: Date): number => wall.getUTCDay() || 7
/** Weeks begin on Sunday; the days before the first Sunday are week 0. */
export const week = (wall: Date): number => Math.floor((dayOfYear(wall) + 6 - wall.getUTCDay()) / 7)

/** A week belongs to the year its Thursday lies in. */
const thursday = (wall: Date): Date => new Date(wall.getTime() + (4 - isoDayOfWeek(wall)) * DAY)
export const isoWeekYear = (wall: Date): number => thursday(wall).getUTCFullYear()
export const isoWeek = (wall: Date): number => Math.ceil(dayOfYear(thursday(wall)) / 7)

/** Midnight of a day of an ISO week, on the wall clock. */
export function isoDate(year: number, weekOfYear: number, weekday: number): number {
  const fourth = new Date(clockTime(year, 1, 4))
  return fourth.getTime() + ((weekOfYear - 1) * 7 + weekday - isoDayOfWeek(fourth)) * DAY
}
