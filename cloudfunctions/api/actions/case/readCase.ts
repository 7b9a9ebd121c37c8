import { caseFromEvents, type CaseState, type Run } from '../../../../domain/case/caseState'
import { currentRun, deadlineInput, isWaitingForOffice, runDeadline } from '../../../../domain/case/handling'
import { countReports } from '../../../../domain/case/recurrence'
import { redacted } from '../../../../domain/case/redacted'
import { UNDECIDED, type Edition } from '../../../../domain/rulebook/edition'
import { explainDeadline, explanationText } from '../../../../domain/time/explain'
import { staffOf } from '../../../../store/people'
import { refuse } from '../../../../types/api/refusal'
import type { CaseDocument } from '../../../../types/documents/cases'
import { standsBackFrom, viewOf } from '../../access/scope'
import { reply, type Handler, type Outcome, type TownCall } from '../../context'
import { casePhotos } from '../../photos/casePhotos'
import { photoId } from '../../../../store/files'
import { photoReader } from '../../photos/reader'
import { estatesOf } from '../estates'
import { remarksLeft } from './addRemark'
import { myReports } from './myReports'
import { casesOfProblem } from './sameProblem'
import { allowedSteps } from './view/allowed'
import { followUpOf } from './view/followUpOf'
import { reportersOf } from './view/reporters'
import { summaries } from './view/summaries'
import { timelineOf } from './view/timeline'

export const readCase: Handler<'readCase'> = async ({ caseId }, call): Promise<Outcome<'readCase'>> => {
  const found = await call.store.get('cases', caseId)
  // From here on nobody meets a photo that was redacted.
  const document = found && { ...found, events: redacted(found.events) }
  const mine = (await myReports(call, [caseId])).get(caseId) ?? null
  const view = document && viewOf(call.person, document, mine !== null)
  if (!document || !view) return refuse('NOT_FOUND')
  const case_ = caseFromEvents(document.events)
  const edition = call.rules.editionOf(case_.editionId)
  const [[summary], estates, staff, monthCount] = await Promise.all([
    summaries(call, [document]), estatesOf(call), staffOf(call.store, call.townId), countOfMonth(call, case_),
  ])
  if (!summary) return refuse('NOT_FOUND')
  const deadline = deadlineOf(call, case_, edition)
  if (deadline !== null && !deadline.ok) return refuse('CALENDAR_MISSING', { year: deadline.year })

  const timeline = timelineOf(document.events, view, new Map(staff.map(({ _id, name }) => [_id, name])), mine?._id ?? null)
  const inside = view === 'town' || view === 'manager'
  const { before, after } = photosOf(document)
  const reader = photoReader(call.person, document, view)
  const [photos, reporters] = await Promise.all([casePhotos(call, document, reader, mine?._id ?? null), reader === 'office' ? reportersOf(call, document) : null])
  const open = (ids: readonly string[]) => ids.flatMap((id) => photos.get(id)?.link ?? [])
  const told = [...before, ...after, ...timeline.flatMap((item) => item.photos), ...(inside ? (case_.request?.photos ?? []) : [])]
  return reply({
    summary, photosBefore: open(before), photosAfter: open(after),
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
    followUp: mine && followUpOf(call, case_, mine), remarksLeft: mine ? remarksLeft(document, mine._id) : 0, standsBack: standsBackFrom(call.person, document), allowed: allowedSteps(call, document, case_, mine),
  })
}

/** Who approved a pause is said by office, not by person: resident, manager and reviewer read the same words. */
const APPROVED_BY = '镇考核办'
const inputToExplain = (run: Run) => ({ ...deadlineInput(run), suspensions: run.suspensions.map(({ approvedBy, ...pause }) => ({ ...pause, ...(approvedBy !== '' && { approvedBy: APPROVED_BY }) })) })

/** 时限说明书 of the newest run: the words everybody reads, from the function that decides. */
function deadlineOf(call: TownCall, case_: CaseState, edition: Edition) {
  const run = currentRun(case_)
  if (!run) return null
  const { calendar } = call.rules
  if (isWaitingForOffice(run)) return { ok: true as const, value: { dueAt: null, provisional: false, startedAt: run.startedAt, explanation: ['已申请退回，等待考核办决定，期间不计时'], suspended: true } }
  const [deadline, explained] = [runDeadline(run, calendar), explainDeadline(calendar, inputToExplain(run), { ruleEdition: edition.name })]
  if (!deadline.ok) return deadline
  if (!explained.ok) return explained
  return { ok: true as const, value: { dueAt: deadline.dueAt, provisional: deadline.provisional, startedAt: run.startedAt, explanation: explanationText(explained), suspended: case_.state === 'suspended' } }
}

async function countOfMonth(call: TownCall, case_: CaseState): Promise<number> {
  if (case_.categoryCode === null || case_.origin !== 'reported') return 0
  const problem = { estateId: case_.estateId, categoryCode: case_.categoryCode, place: case_.place }
  const known = await casesOfProblem(call.store, call.townId, problem)
  return countReports(known.map((each) => each.case_), problem, call.now)
}

/** Before: what was reported; after: what the newest answer shows. */
function photosOf({ events }: CaseDocument): { before: readonly string[]; after: readonly string[] } {
  const before = events.flatMap((event) => (event.type === 'submitted' || event.type === 'found' || event.type === 'joined' ? event.photos : []))
  const answer = events.filter((event) => event.type === 'answered').pop()
  return { before, after: answer?.photos ?? [] }
}
