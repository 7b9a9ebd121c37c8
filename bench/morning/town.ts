import { TEMPLATE_IDS } from '../../config/templates'
import { DAY_MS, HOUR_MS, instantOf, MINUTE_MS, monthOf } from '../../domain/time/beijing'
import type { Edition } from '../../domain/rulebook/edition'
import type { Cloud } from '../../local-cloud/start'
import { calendarVersionOf } from '../../domain/time/calendarVersion'
import { demoCalendarAt } from '../../scripts/demo/calendars'
import { installTown } from '../../scripts/demo/install'
import { ESTATES, personId, PEOPLE, TOWN_ID } from '../../scripts/demo/town'
import { noticeDocument } from '../../store/notices'
import type { TemplateKey } from '../../types/codes'
import type { NoticeDocument, QuotaDocument } from '../../types/documents/notices'
import type { PersonDocument, RoleGrant } from '../../types/documents/people'
import { ledgerOf, plant, type Past } from './olderCases'

/** A Tuesday; the working day has just begun. */
export const BEGINS = instantOf('2026-06-16', '08:40')
const RESIDENTS = 2_000
const MANAGERS = 50
const OFFICERS = 4
/** In which minute of the hour so many deadlines and reminders fall together: the first, so that it is met however little of the hour is played. */
export const BURST = { minute: 0, due: 50, half: 50 } as const

export type Person = { readonly openid: string; readonly estateId: string }
export type Town = { readonly residents: readonly Person[]; readonly managers: readonly Person[]; readonly officers: readonly string[]; readonly past: Past; /** Cases that come to their deadline in the burst. */ readonly dueIds: readonly string[] }

type Place = Pick<Cloud, 'engine' | 'clock' | 'acceptMessages'>

const residentOf = (n: number): Person => ({ openid: `resident-rain-${n}`, estateId: ESTATES[n % ESTATES.length]!._id })
/** Of an estate: every so-manieth of all. */
const residentIn = (estate: number, which: number): string => residentOf(estate + ESTATES.length * (which % Math.floor(RESIDENTS / ESTATES.length))).openid
const demoManagers = ESTATES.map(({ _id }): Person => ({ openid: `manager-${_id}`, estateId: _id }))
const managers = [...demoManagers, ...Array.from({ length: MANAGERS - demoManagers.length }, (_, n): Person => ({ openid: `manager-rain-${n}`, estateId: ESTATES[n % ESTATES.length]!._id }))]

/** 2,000 residents of six estates, 50 managers, 4 officers, and what they have lived through until the evening before. */
export function settle(cloud: Place, size: number): Town {
  cloud.clock.freezeAt(BEGINS - 10 * MINUTE_MS)
  installTown(cloud, '2026-01')
  const residents = Array.from({ length: RESIDENTS }, (_, n) => residentOf(n))
  const officers = Array.from({ length: OFFICERS }, (_, n) => `office-${n + 1}`)
  const known = new Set(PEOPLE.map(({ openid }) => openid))
  const people = [
    ...residents.map(({ openid, estateId }, n) => personOf(openid, `居民${n}`, estateId, [])),
    ...managers.map(({ openid, estateId }, n) => personOf(openid, `管家${n}`, null, [{ role: 'manager', estateId }])),
    ...officers.map((openid, n) => personOf(openid, `干事${n}`, null, [{ role: 'office' }])),
  ].filter(({ openid }) => !known.has(openid))
  insert(cloud, 'people', people)
  accept(cloud, residents, ['caseProgress'], 30)
  accept(cloud, managers, ['caseTask', 'caseDeadline'], 300)

  const [edition, calendar] = [editionIn(cloud), demoCalendarAt(BEGINS)]
  const law = { calendarVersion: calendarVersionOf(calendar.years), editionId: edition.id }
  const past: Past = { edition, calendar, law, editionOf: () => edition, calendarOf: () => calendar, until: BEGINS - HOUR_MS, residentOf: residentIn }
  const { dueIds, ...planted } = plant(size, { at: BEGINS + BURST.minute * MINUTE_MS, due: BURST.due, half: BURST.half }, past)
  for (const [name, documents] of Object.entries(planted)) insert<{ readonly _id: string }>(cloud, name, documents)
  const months = new Map<string, number>()
  for (const { filedAt } of planted.cases) if (filedAt !== null) months.set(monthOf(filedAt), (months.get(monthOf(filedAt)) ?? 0) + 1)
  insert(cloud, 'counters', [...months].map(([month, value]) => ({ _id: `cases:${TOWN_ID}:${month.replace('-', '')}`, townId: TOWN_ID, value })))
  const ledger = ledgerOf(planted.cases, past)
  insert(cloud, 'ledger', ledger)
  const last = ledger[ledger.length - 1]
  if (last) insert(cloud, 'ledgerHeads', [{ _id: TOWN_ID, townId: TOWN_ID, seq: last.seq, hash: last.hash }])
  insert(cloud, 'notices', managers.map((manager, n) => readBefore(manager, n)))
  return { residents, managers, officers, past, dueIds }
}

const BATCH = 500
function insert<T extends { readonly _id: string }>({ engine }: Pick<Cloud, 'engine'>, name: string, documents: readonly T[]): void {
  for (let from = 0; from < documents.length; from += BATCH) engine.insert(name, documents.slice(from, from + BATCH))
}

const personOf = (openid: string, name: string, estateId: string | null, grants: readonly RoleGrant[]): PersonDocument => ({ _id: personId(openid), townId: TOWN_ID, openid, name, grants, staff: grants.length > 0, estateId })

/** Everybody has accepted enough messages, at WeChat and in our own count: none is held back for want of them. */
function accept(cloud: Place, people: readonly Person[], templates: readonly TemplateKey[], accepted: number): void {
  for (const { openid } of people) for (const template of templates) cloud.acceptMessages(openid, TEMPLATE_IDS[template], accepted)
  insert(cloud, 'quotas', people.flatMap(({ openid }) => templates.map((template): QuotaDocument => ({ _id: `${personId(openid)}:${template}`, townId: TOWN_ID, personId: personId(openid), template, accepted, used: 0 }))))
}

const readBefore = ({ openid }: Person, n: number): NoticeDocument => ({
  ...noticeDocument({ townId: TOWN_ID, personId: personId(openid), kind: 'caseNew', cause: `older:${n}`, caseId: null, facts: { subject: '案卷', place: '', dueAt: null }, now: BEGINS - DAY_MS, inWorkingTime: false }, null), state: 'sent', readAt: BEGINS - DAY_MS,
})

function editionIn({ engine }: Pick<Cloud, 'engine'>): Edition {
  const [town] = engine.find('towns', { filter: { _id: TOWN_ID } })
  const [stored] = engine.find('editions', { filter: { _id: `${TOWN_ID}:${(town!.editionIds as string[])[0]}` } })
  return stored!.edition as Edition
}
