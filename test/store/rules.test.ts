import { townSeed } from '../../scripts/demo/town'
import type { CalendarYear } from '../../domain/time/calendar'
import { putCalendarYear } from '../../store/calendars'
import { COLLECTION_NAMES } from '../../store/collections'
import type { Database } from '../../store/database'
import { NoCalendar, rulesLoader, type Rules } from '../../store/rules'
import { openStore } from '../../store/store'
import { openEngineDatabase } from '../support/engineDatabase'

const NOW = Date.UTC(2026, 10, 23)

function town() {
  const { engine, database } = openEngineDatabase(COLLECTION_NAMES)
  for (const [name, documents] of Object.entries(townSeed('2026-01'))) engine.insert(name, JSON.parse(JSON.stringify(documents)) as Record<string, unknown>[])
  const asked: string[] = []
  const counting: Database = {
    ...database,
    get: (collection, id) => (asked.push(`${collection} ${id}`), database.get(collection, id)),
    find: (collection, query) => (asked.push(collection), database.find(collection, query)),
  }
  const change = (collection: string, id: string, to: Record<string, unknown>) => engine.update(collection, { filter: { _id: id }, operations: { $set: to } })
  const store = openStore(counting)
  return { engine, asked, change, store, load: rulesLoader(store) }
}

const yearIn = ({ calendarYears }: Rules, year: number): CalendarYear => calendarYears.find((each) => each.year === year)!

describe("a town's law", () => {
  test('is read whole once, then only the town itself is looked at', async () => {
    const { load, asked } = town()
    const first = await load('demo', NOW)
    expect(asked).toEqual(['towns demo', 'editions demo:demo-1', 'calendars'])
    const second = await load('demo', NOW)
    expect(asked.slice(3)).toEqual(['towns demo'])
    expect(second.calendar).toBe(first.calendar)
    expect(second.edition).toBe(first.edition)
    expect(first.calendarYears.map(({ year }) => year)).toEqual([2024, 2025, 2026, 2027])
  })

  test('is built anew when the calendar has a new version, and only then', async () => {
    const { load, store } = town()
    const first = await load('demo', NOW)
    expect((await load('demo', NOW)).calendar).toBe(first.calendar)
    expect(await putCalendarYear(store, 'demo', { ...yearIn(first, 2026), off: [] })).toEqual({ ok: true, version: 2 })
    const rebuilt = await load('demo', NOW)
    expect(rebuilt.calendar).not.toBe(first.calendar)
    expect([yearIn(rebuilt, 2026).off, yearIn(rebuilt, 2026).version, yearIn(rebuilt, 2025).version]).toEqual([[], 2, 1])
    expect(rebuilt.law).toEqual({ calendarVersion: '2024.1,2025.1,2026.2,2027.1', editionId: 'demo-1' })
  })

  test('judges what began under an older calendar and edition by these, in a warm function and in a cold one', async () => {
    const { load, store, engine, change } = town()
    const before = await load('demo', NOW)
    await putCalendarYear(store, 'demo', { ...yearIn(before, 2026), off: [] })
    const edition = { ...before.edition, id: 'demo-2', effectiveFrom: NOW, decisions: { ...before.edition.decisions, workingHours: [{ from: '2024-01-01', periods: [{ start: '09:00', end: '17:00' }] }] } }
    engine.insert('editions', [{ _id: 'demo:demo-2', townId: 'demo', edition }])
    change('towns', 'demo', { editionIds: ['demo-1', 'demo-2'] })
    for (const rules of [await load('demo', NOW), await rulesLoader(store)('demo', NOW)]) {
      expect(rules.calendarOf(before.law)).toEqual(before.calendar)
      expect(rules.calendarOf(rules.law)).toBe(rules.calendar)
      expect(rules.calendarOf({ ...before.law, editionId: 'demo-2' }).hours).toEqual(edition.decisions.workingHours)
    }
  })

  test('reckons an older case by the present calendar in years its own could not know yet', async () => {
    const { load, store } = town()
    const before = await load('demo', NOW)
    await putCalendarYear(store, 'demo', { ...yearIn(before, 2027), year: 2028, off: [], work: [] })
    expect((await load('demo', NOW)).calendarOf(before.law).years.map(({ year, version }) => `${year}.${version}`)).toEqual(['2024.1', '2025.1', '2026.1', '2027.1', '2028.1'])
  })

  test.each<[string, Partial<CalendarYear>, string]>([
    ['a make-up day of the year before', { work: ['2025-12-27'] }, '日期不在2026年内:2025-12-27'],
    ['a day that is none', { off: [['2026-02-30', '2026-02-30', '春节']] }, '日期无效:2026-02-30'],
    ['a make-up day in the week', { work: ['2026-02-17', '2026-03-04'] }, '调休上班日不是周末:2026-03-04'],
    ['no document it comes from', { source: ' ' }, '没有写明来源文件'],
  ])('takes no year with %s, and stays as it was', async (_, broken, problem) => {
    const { load, store, engine } = town()
    const before = await load('demo', NOW)
    const outcome = await putCalendarYear(store, 'demo', { ...yearIn(before, 2026), ...broken })
    expect(outcome).toMatchObject({ ok: false, problems: expect.arrayContaining([problem]) as string[] })
    expect(engine.find('calendars', {})).toHaveLength(4)
    expect((await load('demo', NOW)).calendar).toBe(before.calendar)
  })

  test('stays in force where somebody has written a broken year past the door: the last good version holds, and it is logged', async () => {
    const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    const { load, change, engine } = town()
    const [row] = engine.find('calendars', { filter: { _id: 'demo:2026:1' } })
    engine.insert('calendars', [{ ...row!, _id: 'demo:2026:2', version: 2, work: ['2025-12-27'] }])
    change('towns', 'demo', { calendarVersion: '2024.1,2025.1,2026.2,2027.1' })
    expect(yearIn(await load('demo', NOW), 2026).version).toBe(1)
    expect(logged).toHaveBeenCalledWith('[calendar 2026.2] is not in force:', '日期不在2026年内:2025-12-27')
    logged.mockRestore()
  })

  test('of two who correct the same year at once has both corrections, one after the other', async () => {
    const { load, store, engine } = town()
    const year = yearIn(await load('demo', NOW), 2026)
    const versions = await Promise.all([putCalendarYear(store, 'demo', { ...year, off: [] }), putCalendarYear(store, 'demo', { ...year, work: [] })])
    expect(versions.map((outcome) => outcome.ok && outcome.version).sort()).toEqual([2, 3])
    expect(engine.find('calendars', { filter: { year: 2026 } })).toHaveLength(3)
  })

  test('follows a new edition from its first instant, with its working hours, and older cases keep theirs', async () => {
    const { load, engine, change } = town()
    const before = await load('demo', NOW)
    const edition = { ...before.edition, id: 'demo-2', effectiveFrom: NOW, decisions: { ...before.edition.decisions, workingHours: [{ from: '2024-01-01', periods: [{ start: '09:00', end: '17:00' }] }] } }
    engine.insert('editions', [{ _id: 'demo:demo-2', townId: 'demo', edition }])
    change('towns', 'demo', { editionIds: ['demo-1', 'demo-2'] })
    expect((await load('demo', NOW - 1)).edition.id).toBe('demo-1')
    const after = await load('demo', NOW)
    expect([after.edition.id, after.editionOf('demo-1').id, after.editionOf(null).id, after.editionAt(NOW - 1).id]).toEqual(['demo-2', 'demo-1', 'demo-2', 'demo-1'])
    expect(after.calendar).not.toBe(before.calendar)
  })

  test('without a calendar is no law: nothing is guessed, and the calendar is found as soon as it is there', async () => {
    const { load, engine } = town()
    const years = engine.find('calendars', {})
    engine.remove('calendars', { multi: true })
    await expect(load('demo', NOW)).rejects.toBeInstanceOf(NoCalendar)
    engine.insert('calendars', years)
    expect((await load('demo', NOW)).calendarYears).toHaveLength(4)
  })

  test('of a town or an edition that does not exist is our mistake', async () => {
    const { load, change } = town()
    await expect(load('nowhere', NOW)).rejects.toThrow('there is no town nowhere')
    const { editionOf } = await load('demo', NOW)
    expect(() => editionOf('demo-9')).toThrow('the town demo has no edition demo-9')
    await expect(load('demo', 0)).rejects.toThrow('no edition in force')
    change('towns', 'demo', { editionIds: ['demo-9'] })
    await expect(load('demo', NOW)).rejects.toThrow('the town demo has no edition demo-9')
  })
})
