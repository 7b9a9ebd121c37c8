import { chainEntry, GENESIS } from '../../../domain/ledger/chain'
import type { LedgerEntry } from '../../../domain/ledger/entry'
import { monthOf } from '../../../domain/time/beijing'
import { ESTATES } from '../../../scripts/demo/town'
import type { Collections } from '../../../store/collections'
import { TEMPLATE_KEYS } from '../../../types/codes'
import type { CaseDocument } from '../../../types/documents/cases'
import type { NoticeDocument, QuotaDocument } from '../../../types/documents/notices'
import type { ConsentDocument, UnmaskingDocument } from '../../../types/documents/privacy'
import type { AssessmentDocument, RedPropertyDocument } from '../../../types/documents/scoring'
import { MANAGER, OFFICE, OFFICE_2, RESIDENT } from '../stories'
import { hash, personId, TOWN_ID } from '../town'
import { crowdOf, END, estateOf, listOf, mixed, momentOf } from './numbers'

type Documents = { readonly [Name in keyof Collections]?: readonly Collections[Name][] }

/** Who lives in a town of so many cases, and what stands about them. */
export function peopleOf(size: number, cases: readonly CaseDocument[]): Documents {
  const scale = size / 10_000
  return {
    people: listOf(2000 * scale, (i) => ({ _id: crowdOf(i), townId: TOWN_ID, openid: `crowd-${i}`, name: '居民', grants: [], staff: false, estateId: estateOf(i) })),
    notices: [...noticesOf(MANAGER, 2200 * scale, 40), ...noticesOf(OFFICE, 2200 * scale, 5), ...noticesOf(RESIDENT, 250 * scale, 3), ...listOf(2000 * scale, (i) => noticeOf(`crowd-${i}`, i, 2000, true))],
    quotas: [...listOf(700 * scale, crowdOf), personId(MANAGER), personId('manager-heping')].flatMap((id) => TEMPLATE_KEYS.map((template): QuotaDocument => ({ _id: `${id}:${template}`, townId: TOWN_ID, personId: id, template, accepted: 20, used: 4 }))),
    consents: listOf(2000 * scale, (i): ConsentDocument => ({ _id: `${crowdOf(i)}:privacy`, personId: crowdOf(i), kind: 'privacy', said: [{ version: '1', given: true, at: momentOf(i, 2000) }] })),
    unmaskings: listOf(2300 * scale, (i): UnmaskingDocument => {
      const { _id: caseId, number } = cases[mixed(i, cases.length)]!
      return { _id: `crowd-look-${i}`, townId: TOWN_ID, caseId, caseNumber: number, reportId: `r-${caseId}`, personId: i % 90 === 0 ? personId(RESIDENT) : crowdOf(i), by: personId(OFFICE_2), byName: '吴干事', at: momentOf(i, 2300 * scale), reason: '需要上门核实情况' }
    }),
    ...scoresOf(scale, cases),
  }
}

/** The newest few of them not read yet. */
const noticesOf = (openid: string, count: number, unread: number): NoticeDocument[] => listOf(count, (i) => noticeOf(openid, i, count, i < count - unread))
const noticeOf = (openid: string, i: number, of: number, isRead: boolean): NoticeDocument => {
  const createdAt = momentOf(i, of)
  return { _id: `notice:crowd-${openid}-${i}`, townId: TOWN_ID, personId: personId(openid), kind: 'caseNew', template: 'caseTask', urgency: 'progress', caseId: null, subject: '暴露垃圾', text: '有新的案卷', place: '锦绣花园', dueAt: null, createdAt, state: 'sent', waitingSince: createdAt, tryAt: createdAt, claim: null, attempts: 1, lastError: null, readAt: isRead ? END : null }
}

function scoresOf(scale: number, cases: readonly CaseDocument[]): Documents {
  const ledger: LedgerEntry[] = []
  const closed = cases.filter(({ state, createdAt }) => state === 'closed' && monthOf(createdAt) >= '2026-01')
  let head = GENESIS
  for (const { _id, estateId, createdAt } of closed.slice(0, 1500 * scale)) {
    const entry = chainEntry(head, { _id: `case:${_id}:overdue`, townId: TOWN_ID, estateId, month: monthOf(createdAt), sheet: 'longTerm', rule: 'overdue', editionId: 'demo-1', points: -200, basis: { kind: 'case', id: _id }, factAt: createdAt, by: 'clock', note: '超时' }, createdAt, hash)
    ledger.push(entry)
    head = entry
  }
  return {
    ledger, ledgerHeads: [{ _id: TOWN_ID, townId: TOWN_ID, seq: head.seq, hash: head.hash }],
    assessments: listOf(400 * scale, (i): AssessmentDocument => ({ _id: `crowd-check-${i}`, townId: TOWN_ID, estateId: estateOf(i), factAt: momentOf(i, 400), enteredAt: momentOf(i, 400), by: personId(OFFICE_2), editionId: 'demo-1', booked: true, photos: [], note: '社区活动', kind: 'propertyCheck', ruleCode: '2.6.1', count: 1 })),
    redPropertySheets: ESTATES.filter(({ hasPartyBranch, _id }) => hasPartyBranch && _id !== 'jinxiu').map(({ _id }, i): RedPropertyDocument => ({ _id: `${TOWN_ID}:${_id}:2026`, townId: TOWN_ID, estateId: _id, factAt: END, enteredAt: END, by: personId(OFFICE_2), year: 2026, editionId: 'demo-1', sheet: { hasPartyOrganisation: true, marks: [] }, points: 9000 - 100 * i })),
    unbookableCases: listOf(2, (i) => ({ _id: `crowd-unbookable-${i}`, townId: TOWN_ID, number: `U-${i}`, cause: 'broken', detail: '', since: END })),
  }
}
