import { townSeed } from '../../scripts/demo/town'
import { COLLECTION_NAMES } from '../../store/collections'
import type { Database } from '../../store/database'
import { NoCalendar, rulesLoader } from '../../store/rules'
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
  return { engine, asked, change, load: rulesLoader(openStore(counting)) }
}

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
    const { load, change } = town()
    const { calendar } = await load('demo', NOW)
    change('calendars', 'demo:2026', { off: [] })
    expect((await load('demo', NOW)).calendar).toBe(calendar)
    change('towns', 'demo', { calendarVersion: '2' })
    const rebuilt = await load('demo', NOW)
    expect(rebuilt.calendar).not.toBe(calendar)
    expect(rebuilt.calendarYears.find(({ year }) => year === 2026)?.off).toEqual([])
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
