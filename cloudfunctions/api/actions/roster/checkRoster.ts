import { rosterChange } from '../../../../domain/roster/changes'
import { readRoster } from '../../../../domain/roster/readRoster'
import type { RosterRow } from '../../../../domain/roster/readRow'
import { phoneHash } from '../../../../store/households'
import { byHouseholdId, ROSTER_PAGE_ROWS, rosterImportId, rosterPageId } from '../../../../store/roster'
import { refuse } from '../../../../types/api/refusal'
import type { RosterImportDocument, RosterPageRow, RosterSummary } from '../../../../types/documents/roster'
import { atATime, lotsOf } from '../../atATime'
import { reply, type Handler, type TownCall } from '../../context'
import { belongsTo } from '../estates'
import { readSheet } from './readSheet'

const PAGES_AT_A_TIME = 5

/** 核对名册. The file is gone when it has been read; of its numbers only keyed hashes stay, for as long as it takes to take them over. */
export const checkRoster: Handler<'checkRoster'> = async ({ estateId, fileId }, call) => {
  const estate = await call.store.get('estates', estateId)
  if (!estate || !belongsTo(estate, call.townId)) return refuse('ESTATE_UNKNOWN')
  const importId = rosterImportId(call.hash, estateId, fileId)
  // The answer was lost, and the file is gone: it was right, so it is told again.
  const known = await call.store.get('rosterImports', importId)
  if (known) return reply(found(known))
  const bytes = await call.files.read(fileId)
  if (!bytes) return refuse('ROSTER_FILE_GONE')

  const sheet = await readSheet(bytes)
  if (!sheet.ok) return reply(faulty([{ row: null, words: sheet.words }]))
  const roster = readRoster(sheet.rows, estate.name)
  if (!roster.ok) return reply(faulty(roster.faults, roster.total))
  const rows = roster.households.map((household) => pageRow(call, household))
  const summary = await summaryOf(call, estateId, rows)
  return reply(found(await keep(call, { importId, estateId, rows, summary })))
}

type Fault = { readonly row: number | null; readonly words: string }
const faulty = (faults: readonly Fault[], faultCount = faults.length) => ({ faults: [...faults], faultCount, found: null })
const found = ({ _id: importId, total, summary }: RosterImportDocument) => ({ faults: [], faultCount: 0, found: { importId, total, ...summary } })

const pageRow = ({ keyedHash }: TownCall, { address, status, phones }: RosterRow): RosterPageRow => ({ ...address, status, phoneHashes: phones.map((phone) => phoneHash(keyedHash, phone)) })

async function summaryOf({ store, hash }: TownCall, estateId: string, rows: readonly RosterPageRow[]): Promise<RosterSummary> {
  const told = byHouseholdId(hash, estateId, rows)
  const present = await store.findAll('households', { where: { estateId }, orderBy: [['order', 'asc']], fields: ['status', 'phoneHashes'] })
  const before = new Map(present.map((household) => [household._id, household]))
  const changes = [...told].map(([id, row]) => rosterChange(before.get(id) ?? null, row))
  const count = (change: (typeof changes)[number]) => changes.filter((each) => each === change).length
  const absent = present.filter(({ _id, status }) => !told.has(_id) && status !== 'removed').length
  return { added: count('added'), changed: count('changed'), unchanged: count('unchanged'), absent }
}

type Checked = { readonly importId: string; readonly estateId: string; readonly rows: readonly RosterPageRow[]; readonly summary: RosterSummary }
/** The pages first: whoever is given an import finds all of it. */
async function keep({ store, townId, personId, now }: TownCall, { importId, estateId, rows, summary }: Checked): Promise<RosterImportDocument> {
  const pages = lotsOf(ROSTER_PAGE_ROWS, rows).map((lot, page) => ({ _id: rosterPageId(importId, page), townId, at: now, rows: lot }))
  await atATime(PAGES_AT_A_TIME, pages, (page) => store.set('rosterPages', page))
  const document: RosterImportDocument = { _id: importId, townId, estateId, by: personId, at: now, total: rows.length, pages: pages.length, applied: 0, begunAt: null, summary }
  await store.set('rosterImports', document)
  return document
}
