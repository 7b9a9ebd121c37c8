import { NOTICE_WORDS, type NoticeFacts } from '../domain/notice/compose'
import type { WorkingCalendar } from '../domain/time/calendar'
import { nextWorkingInstant } from '../domain/time/workingTime'
import type { NoticeKind, TemplateKey, Urgency } from '../types/codes'
import type { Store } from './store'
import type { AnnouncementDocument, NoticeDocument, ToManagers, ToReporters } from '../types/documents/notices'

const TEMPLATE_OF = {
  caseNew: 'caseTask', caseHalf: 'caseDeadline', caseFifth: 'caseDeadline', caseOverdue: 'caseDeadline', caseReturned: 'caseTask', caseRework: 'caseTask',
  requestDecided: 'caseTask', findingConfirmed: 'caseTask', scoreEntry: 'caseTask',
  reportFiled: 'caseProgress', reportRefused: 'caseProgress', reportAnswered: 'caseProgress', reportClosed: 'caseProgress', reportReopened: 'caseProgress',
  caseRemarked: 'caseTask', noManager: 'caseTask', reportAskedAgain: 'caseProgress',
  reporterUnmasked: 'caseProgress', photoRisky: 'caseTask',
  householdJoined: 'caseProgress', householdEnded: 'caseProgress',
  surveyOpen: 'caseProgress', surveyLastDays: 'caseProgress', surveyResult: 'caseProgress', surveyHeld: 'caseTask', surveyFollowUp: 'caseTask',
} as const satisfies Record<NoticeKind, TemplateKey>

export type NoticeInput = {
  readonly townId: string
  readonly personId: string
  readonly kind: NoticeKind
  /** What makes it this one: the same cause is told once. */
  readonly cause: string
  readonly caseId: string | null
  readonly facts: NoticeFacts
  readonly now: number
  /** Staff are told in working time only; hazards that are overdue excepted. */
  readonly inWorkingTime: boolean
}

/** 消息 as it is written with its fact, in the same transaction. Where the calendar ends or is not known, it is sent at once: a notice is never lost. */
export function noticeDocument(input: NoticeInput, calendar: WorkingCalendar | null): NoticeDocument {
  const { townId, personId, kind, cause, caseId, facts, now } = input
  const next = input.inWorkingTime && calendar ? nextWorkingInstant(calendar, now) : null
  const template = TEMPLATE_OF[kind]
  const tryAt = next?.ok ? next.at : now
  // That of progress is the residents' own.
  const subject = template === 'caseProgress' ? (facts.everydaySubject ?? facts.subject) : facts.subject
  return {
    _id: `notice:${cause}:${kind}:${personId}`, townId, personId, kind, template, urgency: urgencyOf(template, facts), caseId,
    subject, text: NOTICE_WORDS[kind](facts), place: facts.place, dueAt: facts.dueAt,
    createdAt: now, state: 'waiting', waitingSince: tryAt, tryAt, claim: null, attempts: 0, lastError: null, readAt: null,
  }
}

const urgencyOf = (template: TemplateKey, { dangerous }: NoticeFacts): Urgency => {
  if (template === 'caseProgress') return 'progress'
  return template === 'caseDeadline' || dangerous ? 'urgent' : 'task'
}

type Made<Announcement> = Omit<Announcement, '_id' | 'audience' | 'after' | 'urgency'>
const idOf = ({ cause, kind }: Pick<AnnouncementDocument, 'cause' | 'kind'>): string => `announcement:${cause}:${kind}`
/** By their letters: urgent, task, progress. */
export const URGENT_FIRST = ['urgency', 'desc'] as const

/** 待告知. The same cause is announced once. */
export const toReporters = (made: Made<ToReporters>): ToReporters => ({ ...made, _id: idOf(made), audience: 'reporters', urgency: urgencyOf(TEMPLATE_OF[made.kind], made.facts), after: '' })
export const toManagers = (made: Made<ToManagers>): ToManagers => ({ ...made, _id: idOf(made), audience: 'managers', urgency: urgencyOf(TEMPLATE_OF[made.kind], made.facts) })

type Audience = AnnouncementDocument['audience']
/** 待告知 that are due: what is urgent before all else, and then the oldest. */
export const dueAnnouncements = async <Of extends Audience>(store: Pick<Store, 'find'>, audience: Of, now: number, limit: number) =>
  // The query gives that audience's only.
  (await store.find('announcements', { where: { audience, at: { lte: now } }, orderBy: [URGENT_FIRST, ['at', 'asc']], limit })) as readonly Extract<AnnouncementDocument, { audience: Of }>[]
