import arrangement from 'chinese-days/dist/chinese-days.json'
import { dateOfDayNumber, dayNumberOfDate, instantOf } from '../../../domain/time/beijing'
import { isWorking } from '../../../domain/time/workingTime'
import { calendar } from './support'

// The package's data, not its functions: those build even their own tables in the local zone, and are a day off west of Greenwich.
const listed = (days: Readonly<Record<string, string>>): ReadonlySet<string> => new Set(Object.keys(days))
const [holidays, workdays] = [listed(arrangement.holidays), listed(arrangement.workdays)]

test.each([2024, 2025, 2026])('every day of %i is worked or off as chinese-days has it', (year) => {
  expect([...holidays].some((date) => date.startsWith(`${year}-10`))).toBe(true)
  const different: string[] = []
  const last = dayNumberOfDate(`${year}-12-31`)!
  for (let day = dayNumberOfDate(`${year}-01-01`)!; day <= last; day += 1) {
    const date = dateOfDayNumber(day)
    const inTheWeek = new Date(`${date}T00:00:00Z`).getUTCDay() % 6 !== 0
    const theirs = workdays.has(date) || (inTheWeek && !holidays.has(date))
    const ours = isWorking(calendar, instantOf(date, '10:00'))
    if (!ours.ok || ours.working !== theirs) different.push(date)
  }
  expect(different).toEqual([])
})
