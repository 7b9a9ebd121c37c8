import { BEGINS, BURST, settle, type Town } from '../../bench/morning/town'
import { bookedOf, keptOf } from '../../bench/morning/proof'
import { caseFromEvents } from '../../domain/case/caseState'
import { chainEntry } from '../../domain/ledger/chain'
import { entriesOfCase } from '../../domain/ledger/caseEntries'
import { HOUR_MS, MINUTE_MS } from '../../domain/time/beijing'
import { openClock } from '../../local-cloud/clock'
import { openEngine, type Engine } from '../../local-cloud/engine/openEngine'
import { openMessages } from '../../local-cloud/openapi/messages'
import { demoHash } from '../../scripts/demo/hashes'
import { TOWN_ID } from '../../scripts/demo/town'
import { caseDocument } from '../../store/caseDocument'
import type { CaseDocument } from '../../types/documents/cases'
import type { LedgerDocument } from '../../types/documents/scoring'

const SIZE = 400
let engine: Engine
let town: Town
beforeEach(() => {
  engine = openEngine({ file: ':memory:' })
  town = settle({ engine, clock: openClock(null), acceptMessages: openMessages(engine.sql).accept }, SIZE)
})
afterEach(() => engine.close())

const all = <T>(name: string) => engine.find(name, { limit: Number.MAX_SAFE_INTEGER }) as unknown as readonly T[]
const cases = () => all<CaseDocument>('cases')
const beat = BEGINS + BURST.minute * MINUTE_MS
/** The beat before it, and the end of the hour. */
const [before, end] = [beat - MINUTE_MS, BEGINS + HOUR_MS]
const within = (at: number | null, from: number, to: number): boolean => at !== null && at >= from && at < to

describe('the town before the rain', () => {
  test('has 2,000 residents in six estates, 50 managers and 4 officers, each in the database once', () => {
    const openids = [...town.residents, ...town.managers].map(({ openid }) => openid).concat(town.officers)
    expect([town.residents.length, town.managers.length, town.officers.length, new Set(town.residents.map(({ estateId }) => estateId)).size]).toEqual([2000, 50, 4, 6])
    const known = new Map<string, number>()
    for (const { openid } of all<{ openid: string }>('people')) known.set(openid, (known.get(openid) ?? 0) + 1)
    expect(openids.filter((openid) => known.get(openid) !== 1)).toEqual([])
  })

  test('has every case as its events tell it', () => {
    for (const document of cases()) expect(caseDocument(document, document.events, town.past.calendarOf)).toEqual(document)
    expect(new Set(cases().map(({ state }) => state))).toEqual(new Set(['closed', 'refused', 'withdrawn', 'answered', 'dispatched', 'filed', 'submitted']))
  })

  test('has 50 deadlines and 50 reminders that one beat finds, and the clock nothing else to do in the hour', () => {
    expect(cases().filter(({ bookAt }) => within(bookAt, before, beat)).map(({ _id }) => _id).sort()).toEqual([...town.dueIds].sort())
    expect(town.dueIds).toHaveLength(BURST.due)
    expect(cases().filter(({ remindAt }) => within(remindAt, before, beat))).toHaveLength(BURST.half)
    expect(cases().filter(({ bookAt, remindAt, askAt }) => [bookAt, remindAt, askAt].some((at) => within(at, 0, before) || within(at, beat, end)))).toEqual([])
  })

  test('has a sound ledger, in which every deadline that was missed is booked', () => {
    expect(bookedOf(engine, town.past, before, before)).toEqual({ passed: all<LedgerDocument>('ledger').length, missing: 0, doubled: 0, unfounded: 0, chainFaults: 0 })
    expect(all('ledger').length).toBeGreaterThan(0)
  })
})

describe('the proof of the ledger', () => {
  const headOf = () => engine.find('ledgerHeads', {})[0] as unknown as { seq: number; hash: string }
  function book(caseId: string, _id = `case:${caseId}:overdue`) {
    const { events } = cases().find((document) => document._id === caseId)!
    const made = entriesOfCase({ id: caseId, townId: TOWN_ID, case_: caseFromEvents(events) }, town.past, beat)
    if (!made.ok) throw new Error(made.code)
    const entry = chainEntry(headOf(), { ...made.entries[0]!, _id }, beat, demoHash)
    engine.insert('ledger', [entry])
    engine.update('ledgerHeads', { filter: { _id: TOWN_ID }, operations: { $set: { seq: entry.seq, hash: entry.hash } } })
  }

  test('finds each deadline that the clock has not booked', () => {
    for (const caseId of town.dueIds.slice(2)) book(caseId)
    expect(bookedOf(engine, town.past, beat, beat)).toMatchObject({ missing: 2, doubled: 0, unfounded: 0, chainFaults: 0 })
  })

  test('finds a deadline that is booked twice', () => {
    for (const caseId of town.dueIds) book(caseId)
    expect(bookedOf(engine, town.past, beat, beat)).toMatchObject({ missing: 0, doubled: 0, chainFaults: 0 })
    book(town.dueIds[0]!, 'another')
    expect(bookedOf(engine, town.past, beat, beat)).toMatchObject({ missing: 0, doubled: 1, unfounded: 0, chainFaults: 0 })
  })

  test('finds an entry of a deadline that has not passed', () => {
    book(town.dueIds[0]!)
    expect(bookedOf(engine, town.past, before, before)).toMatchObject({ missing: 0, unfounded: 1 })
    // A beat that was left half-way may have booked it.
    expect(bookedOf(engine, town.past, before, beat)).toMatchObject({ missing: 0, unfounded: 0 })
  })

  test('finds a chain that is broken', () => {
    engine.update('ledger', { filter: { seq: 1 }, operations: { $set: { note: 'rubbed out' } } })
    expect(bookedOf(engine, town.past, before, before).chainFaults).toBe(1)
  })
})

describe('the proof of what was sent', () => {
  const sent = (what: string, mark: string, ...outcomes: string[]) => ({ what, mark, outcomes })
  const say = (id: string, text: string) => engine.insert('caseRemarks', [{ _id: id, text }])
  const filedCase = () => cases().find(({ state }) => state === 'filed')!

  test('finds what was answered with "done" and stands nowhere, and nothing that was refused', () => {
    const kept = keptOf(engine, [sent('joinCase', '（第 1 号）', 'ok'), sent('joinCase', '（第 2 号）', 'BUSY'), sent('joinCase', '（第 3 号）', 'BUSY', 'ok')])
    expect(kept.get('joinCase')).toEqual({ lost: 2, doubled: 0 })
  })

  test('finds what stands twice, be it said once or tapped twice', () => {
    say('m1', '水又涨了（第 1 号）')
    say('m2', '水又涨了（第 1 号）')
    say('m3', '我家也是（第 11 号）')
    const kept = keptOf(engine, [sent('addRemark', '（第 1 号）', 'ok'), sent('addRemark', '（第 11 号）', 'ok', 'ok')])
    expect(kept.get('addRemark')).toEqual({ lost: 0, doubled: 1 })
  })

  test('finds the words in cases too, and a filing by its case', () => {
    const { _id, events } = filedCase()
    engine.update('cases', { filter: { _id }, operations: { $set: { 'events.0.text': '积水（第 5 号）' } } })
    expect(Object.fromEntries(keptOf(engine, [sent('reportCase', '（第 5 号）', 'ok'), sent('fileCase', _id, 'ok'), sent('fileCase', 'c-nowhere', 'ok')]))).toEqual({ reportCase: { lost: 0, doubled: 0 }, fileCase: { lost: 1, doubled: 0 } })
    engine.update('cases', { filter: { _id }, operations: { $set: { events: [...events, events.find(({ type }) => type === 'filed')!] } } })
    expect(keptOf(engine, [sent('fileCase', _id, 'ok')]).get('fileCase')).toEqual({ lost: 0, doubled: 1 })
  })
})
