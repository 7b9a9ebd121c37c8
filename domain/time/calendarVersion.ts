import type { CalendarYear } from './calendarYear'

type Edited = Pick<CalendarYear, 'year' | 'version'>

/** 日历版本: which version of which years, `2025.1,2026.2`. What names it can be judged by it for ever, for no version of a year is ever changed. */
export const calendarVersionOf = (years: readonly Edited[]): string => [...years].sort((a, b) => a.year - b.year).map(({ year, version }) => `${year}.${version}`).join(',')

/** The years a version names; a name of another form names none. */
export const yearsNamed = (calendarVersion: string): ReadonlyMap<number, number> =>
  new Map(calendarVersion.split(',').flatMap((name) => (/^\d{4}\.\d+$/.test(name) ? [name.split('.').map(Number) as [number, number]] : [])))

/**
 * The years that hold under a version: of those it names that version or, where that does not pass its checks, the last one before it that does; of later years, which
 * it cannot have known, those of the present.
 * @param stored every version of every year that passes its checks
 */
export function yearsUnder(calendarVersion: string, present: string, stored: readonly CalendarYear[]): readonly CalendarYear[] {
  const named = new Map([...yearsNamed(present), ...yearsNamed(calendarVersion)])
  return [...named].sort(([a], [b]) => a - b).flatMap(([year, version]) => newest(stored.filter((each) => each.year === year && each.version <= version)))
}

const newest = (versions: readonly CalendarYear[]): readonly CalendarYear[] => [...versions].sort((a, b) => b.version - a.version).slice(0, 1)
