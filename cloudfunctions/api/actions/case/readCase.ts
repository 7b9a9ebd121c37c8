import { caseFromEvents, type CaseState, type Run } from '../../../../domain/case/caseState'
import { currentRun, deadlineInput, isWaitingForOffice, runDeadline } from '../../../../domain/case/handling'
import { countReports } from '../../../../domain/case/recurrence'
import { redacted, redactionsOf } from '../../../../domain/case/redacted'
import { UNDECIDED, type Edition } from '../../../../domain/rulebook/edition'
import { explainDeadline, explanationText } from '../../../../domain/time/explain'
import { caughtUp } from '../../../../store/caseDocument'
import { firstEvent } from '../../../../store/caseFacts'
import { staffOf } from '../../../../store/people'
import { refuse } from '../../../../types/api/refusal'
import type { CaseDocument, CaseRemarkDocument } from '../../../../types/documents/cases'
import { standsBackFrom, viewOf } from '../../access/scope'
import { reply, type Handler, type Outcome, type TownCall } from '../../context'
import { photoId } from '../../../../store/files'
import { photoOfRemark } from '../../photos/photoOfRemark'
import { photoReader, photoSender } from '../../photos/reader'
import { shownPhotos } from '../../photos/showPhotos'
import { estatesOf } from '../estates'
import { remarksLeft } from './addRemark'
import { myReports } from './myReports'
import { casesOfMonth } from './sameProblem'
import { allowedSteps } from './view/allowed'
import { followUpOf } from './view/followUpOf'
import { remarksOf } from './view/remarksOf'
import { reportersOf } from './view/reporters'
import { summaries } from './view/summaries'
import { timelineOf } from './view/timeline'

export const readCase: Handler<'readCase'> = async ({ caseId, cursor, photoId: wanted }, call): Promise<Outcome<'readCase'>> => {
  const stored = await call.store.get('cases', caseId)
  const found = stored && caughtUp(stored, call.rules.calendarOf, call.now)
  // From here on nobody meets a photo that was redacted.
  const document = found && { ...found, events: redacted(found.events) }
  const mine = (await myReports(call, [caseId])).get(caseId) ?? null
  const view = document && viewOf(call.person, document, mine !== null)
  if (!document || !view) return refuse('NOT_FOUND')
  const case_ = caseFromEvents(document.events)
  const edition = call.rules.editionOf(case_.editionId)
  const [[summary], estates, staff, monthCount, page] = await Promise.all([
    summaries(call, [document]), estatesOf(call), staffOf(call.store, call.townId), countOfMonth(call, case_), remarksOf(call, caseId, view, cursor),
  ])
  const shown = redactionsOf(document.events)
  const remarks = page.items.map((remark) => ({ ...remark, photos: remark.photos.map(shown) }))
  // A further page tells nothing again.
  const events = cursor === undefined ? document.events : []
  if (!summary) return refuse('NOT_FOUND')
  const deadline = deadlineOf(call, case_, edition)
  if (deadline !== null && !deadline.ok) return refuse('CALENDAR_MISSING', { year: deadline.year })

  const timeline = timelineOf(events, remarks, { view, names: new Map(staff.map(({ _id, name }) => [_id, name])), myReportId: mine?._id ?? null, hash: call.hash })
  const inside = view === 'town' || view === 'manager'
  const { before, after } = photosOf(document, remarks)
  const reader = photoReader(call.person, document, view)
  const extra = reader === 'office' && wanted !== undefined ? await photoOfRemark(call, caseId, wanted) : null
  const [photos, reporters] = await Promise.all([
    shownPhotos(call, [...events, ...remarks, ...(extra === null ? [] : [{ photos: [shown(extra)] }])].flatMap((said) => ('photos' in said ? said.photos.map((fileId) => ({ fileId, reader, sender: photoSender(said, mine?._id ?? null) })) : []))),
    reader === 'office' ? reportersOf(call, document) : null,
  ])
  const open = (ids: readonly string[]) => ids.flatMap((id) => photos.get(id)?.link ?? [])
  const told = [...before, ...after, ...timeline.flatMap((item) => item.photos), ...(inside ? (case_.request?.photos ?? []) : [])]
  return reply({
    summary, nextCursor: page.next, photosBefore: open(before), photosAfter: open(after),
    timeline: timeline.map(({ estateId, ...item }) => ({ ...item, photos: open(item.photos), estateName: estateId === null ? null : (estates.get(estateId)?.name ?? null) })),
    deadline: deadline?.value ?? null,
    findings: case_.findings
      .filter(({ status }) => inside || status === 'confirmed')
      .map(({ kind, status, factAt }) => {
        const points = edition.findings[kind].points[case_.level]
        return { kind, status, factAt, points: points === UNDECIDED ? null : points }
      }),
    request: inside && case_.request ? { kind: case_.request.kind, at: case_.request.at, until: case_.request.until ?? null, text: case_.request.text, photos: open(case_.request.photos) } : null,
    photosUnchecked: open([...new Set(told)].filter((id) => photos.get(id)?.state !== 'passed')),
    photos: reader === 'office' ? [...photos.values()].map(({ fileId, link, state }) => ({ photoId: photoId(call.hash, fileId), link, state })) : null,
    reporters,
    monthCount, myReportId: mine?._id ?? null,
    followUp: mine && followUpOf(call, case_, mine), remarksLeft: mine ? remarksLeft(document, mine) : 0, standsBack: standsBackFrom(call.person, document), allowed: allowedSteps(call, document, case_, mine),
  })
}

/** Who approved a pause is said by office, not by person: resident, manager and reviewer read the same words. */
const APPROVED_BY = '镇考核办'
const inputToExplain = (run: Run) => ({ ...deadlineInput(run), suspensions: run.suspensions.map(({ approvedBy, ...pause }) => ({ ...pause, ...(approvedBy !== '' && { approvedBy: APPROVED_BY }) })) })

/** 时限说明书 of the newest run: the words everybody reads, from the function that decides. */
function deadlineOf(call: TownCall, case_: CaseState, edition: Edition) {
  const run = currentRun(case_)
  if (!run) return null
  if (isWaitingForOffice(run)) return { ok: true as const, value: { dueAt: null, provisional: false, startedAt: run.startedAt, explanation: ['已申请退回，等待考核办决定，期间不计时'], suspended: true } }
  const [deadline, explained] = [runDeadline(run, call.rules.calendarOf), explainDeadline(call.rules.calendarOf(run), inputToExplain(run), { ruleEdition: edition.name })]
  if (!deadline.ok) return deadline
  if (!explained.ok) return explained
  return { ok: true as const, value: { dueAt: deadline.dueAt, provisional: deadline.provisional, startedAt: run.startedAt, explanation: explanationText(explained), suspended: case_.state === 'suspended' } }
}

async function countOfMonth(call: TownCall, case_: CaseState): Promise<number> {
  if (case_.categoryCode === null) return 0
  const problem = { estateId: case_.estateId, categoryCode: case_.categoryCode, place: case_.place }
  const known = await casesOfMonth(call, problem, call.now)
  return countReports(known.map((each) => each.case_), problem, call.rules.calendarOf, call.now)
}

/** As many as one looks at before going on to the story. */
const BEFORE_MAX = 18

/** Before: what was reported, and what the newest who joined had seen; after: what the newest answer shows. */
function photosOf({ events }: CaseDocument, remarks: readonly CaseRemarkDocument[]): { before: readonly string[]; after: readonly string[] } {
  const joined = remarks.filter(({ type }) => type === 'joined').reverse().flatMap(({ photos }) => photos)
  const answer = events.filter((event) => event.type === 'answered').pop()
  return { before: [...firstEvent({ events }).photos, ...joined].slice(0, BEFORE_MAX), after: answer?.photos ?? [] }
}
