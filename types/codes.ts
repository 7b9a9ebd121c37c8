/** Closed lists of codes that stand in documents and on the wire. Their Chinese words are in src/labels. */
export const INSPECTION_MODES = ['announced', 'unannounced', 'special'] as const
export type InspectionMode = (typeof INSPECTION_MODES)[number]

export const NOTICE_KINDS = [
  'caseNew', 'caseHalf', 'caseFifth', 'caseOverdue', 'caseReturned', 'caseRework', 'requestDecided', 'findingConfirmed', 'scoreEntry',
  'reportFiled', 'reportRefused', 'reportAnswered', 'reportClosed', 'reportReopened',
  'caseRemarked', 'reportAskedAgain', 'noManager',
  'householdJoined', 'householdEnded',
  'reporterUnmasked', 'photoRisky',
  'surveyOpen', 'surveyLastDays', 'surveyResult', 'surveyHeld', 'surveyFollowUp',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** 时钟的工作, the urgent ones first; what one finds may be what a later one tells. */
export const CLOCK_JOBS = ['resumeCases', 'bookCases', 'remindManagers', 'tellManagers', 'sendUrgentNotices', 'bookAssessments', 'runSurveys', 'askAgain', 'tellReporters', 'sendNotices', 'checkPhotos', 'finishErasing', 'removeFiles', 'forgetOld'] as const
export type ClockJob = (typeof CLOCK_JOBS)[number]
/** 时钟的状况, the worst first. `cutShort`: each beat begins, and none comes to its end. */
export const CLOCK_STATES = ['stopped', 'cutShort', 'failing', 'behind', 'well'] as const
export type ClockState = (typeof CLOCK_STATES)[number]

/** What a message is worth: a deadline or a danger, a task, or how far one's own report has come. */
export type Urgency = 'urgent' | 'task' | 'progress'

export const LEVELS = ['city', 'district', 'town'] as const
export const FINDING_KINDS = ['overdue', 'shirked', 'recurrent', 'failedVerification', 'keyProblem'] as const
export const PROJECT_LEVELS = ['district', 'city', 'province', 'nation'] as const
export const VERIFICATION_METHODS = ['followUp', 'onSite', 'photos'] as const

/** What a phone puts into the storage. */
export const UPLOAD_KINDS = ['photo', 'roster'] as const
export type UploadKind = (typeof UPLOAD_KINDS)[number]

/** 订阅消息模板. */
export const TEMPLATE_KEYS = ['caseTask', 'caseDeadline', 'caseProgress'] as const
export type TemplateKey = (typeof TEMPLATE_KEYS)[number]

/** 授权 for each private interface of WeChat, and to the two texts. */
export const CONSENT_KINDS = ['agreement', 'privacy', 'photo', 'location', 'phone', 'clipboard', 'file'] as const
export type ConsentKind = (typeof CONSENT_KINDS)[number]
