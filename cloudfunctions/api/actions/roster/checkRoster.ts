import { addressOrder } from '../../../../domain/household/address'
import { rosterChange } from '../../../../domain/roster/changes'
import { matchHouseholds } from '../../../../domain/roster/matching'
import { faultyRoster, readRoster, type FaultyRoster } from '../../../../domain/roster/readRoster'
import type { RosterRow } from '../../../../domain/roster/readRow'
import { phoneHash } from '../../../../store/households'
import { byHouseholdId, ROSTER_PAGE_ROWS, rosterImportId, rosterPageId } from '../../../../store/roster'
import { refuse } from '../../../../types/api/refusal'
import type { HouseholdDocument } from '../../../../types/documents/households'
import type { RosterImportDocument, RosterPageRow, RosterSheets, RosterSummary } from '../../../../types/documents/roster'
import { atATime } from '../../atATime'
import { lotsOf } from '../../../../store/lotsOf'
import { reply, type Handler, type TownCall } from '../../context'
import { ownUpload } from '../../uploads'
import { belongsTo } from '../estates'
import { readSheet } from './readSheet'

const PAGES_AT_A_TIME = 5

/** 核对名册. The file is gone when it has been read, and nobody else's is; of its numbers only keyed hashes stay, for as long as it takes to take them over. */
export const checkRoster: Handler<'checkRoster'> = async ({ estateId, fileId }, call) => {
  const estate = await call.store.get('estates', estateId)
  if (!estate || !belongsTo(estate, call.townId, call.now)) return refuse('ESTATE_UNKNOWN')
  if (!(await isOpened(call, fileId))) return refuse('ROSTER_FILE_GONE')
  const importId = rosterImportId(call.hash, estateId, fileId)
  // The answer was lost, and the file is gone: it was right, so it is told again.
  const known = await call.store.get('rosterImports', importId)
  if (known) return reply(found(known))
  const bytes = await call.files.read(fileId)
  if (!bytes) return refuse('ROSTER_FILE_GONE')

  const sheet = await readSheet(bytes)
  if (!sheet.ok) return reply(faulty(faultyRoster([{ row: null, words: sheet.words }]), null))
  const { sheets } = sheet
  if (sheet.rosters.length > 0) return reply(faulty(faultyRoster([{ row: null, words: severalWords(sheets.read, sheet.rosters) }]), sheets))
  const roster = readRoster(sheet.rows, estate.name)
  if (!roster.ok) return reply(faulty(roster, sheets))
  const present = await call.store.findAll('households', { where: { estateId }, orderBy: [['order', 'asc']], fields: ['building', 'unit', 'room', 'label', 'order', 'status', 'phoneHashes'] })
  const { faults, ids } = matchHouseholds(roster.households, present)
  if (faults.length > 0) return reply(faulty(faultyRoster(faults), sheets))
  const rows = roster.households.map((household) => pageRow(call, household, ids.get(household.row)))
  const summary = summaryOf(byHouseholdId(call.hash, estateId, rows), present)
  return reply(found(await keep(call, { importId, estateId, rows, summary, sheets })))
}

/** Whether the caller was given this place for a roster: then the clock removes it, whatever becomes of this call. */
async function isOpened(call: TownCall, fileId: string): Promise<boolean> {
  const own = ownUpload(call, 'roster', fileId)
  return own !== null && own.number <= ((await call.store.get('looseFiles', own.folder))?.rosters ?? 0)
}

const severalWords = (read: string, others: readonly string[]): string =>
  `工作表${others.map((name) => `“${name}”`).join('、')}里也有住户。一个文件只读第一张看得见的工作表（“${read}”），其余的不读：请把住户都放到“${read}”里，再删去其余几张；或者一张存一个文件，分几次导入`

const faulty = ({ faults, total }: FaultyRoster, sheets: RosterSheets | null) => ({ faults: [...faults], faultCount: total, found: null, sheets: toldSheets(sheets) })
const found = ({ _id: importId, total, summary, sheets }: RosterImportDocument) => ({ faults: [], faultCount: 0, found: { importId, total, ...summary }, sheets: toldSheets(sheets ?? null) })
const toldSheets = (sheets: RosterSheets | null) => (sheets ? { read: sheets.read, unread: [...sheets.unread] } : null)

const pageRow = ({ keyedHash }: TownCall, { address, status, phones }: RosterRow, householdId: string | undefined): RosterPageRow => ({
  ...address, status, phoneHashes: phones.map((phone) => phoneHash(keyedHash, phone)), ...(householdId !== undefined && { householdId }),
})

type Present = Pick<HouseholdDocument, '_id' | 'status' | 'phoneHashes' | 'order'>
function summaryOf(told: ReadonlyMap<string, RosterPageRow>, present: readonly Present[]): RosterSummary {
  const before = new Map(present.map((household) => [household._id, household]))
  const changes = [...told].map(([id, row]) => rosterChange(before.get(id) ?? null, { ...row, order: addressOrder(row) }))
  const count = (change: (typeof changes)[number]) => changes.filter((each) => each === change).length
  const absent = present.filter(({ _id, status }) => !told.has(_id) && status !== 'removed').length
  return { added: count('added'), changed: count('changed'), unchanged: count('unchanged'), absent }
}

type Checked = { readonly importId: string; readonly estateId: string; readonly rows: readonly RosterPageRow[]; readonly summary: RosterSummary; readonly sheets: RosterSheets }
/** The pages first: whoever is given an import finds all of it. */
async function keep({ store, townId, personId, now }: TownCall, { importId, estateId, rows, summary, sheets }: Checked): Promise<RosterImportDocument> {
  const pages = lotsOf(ROSTER_PAGE_ROWS, rows).map((lot, page) => ({ _id: rosterPageId(importId, page), townId, at: now, rows: lot }))
  await atATime(PAGES_AT_A_TIME, pages, (page) => store.set('rosterPages', page))
  const document: RosterImportDocument = { _id: importId, townId, estateId, by: personId, at: now, total: rows.length, pages: pages.length, applied: 0, begunAt: null, summary, sheets }
  await store.set('rosterImports', document)
  return document
}
