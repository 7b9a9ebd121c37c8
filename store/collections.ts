import type { CaseDocument, CaseRemarkDocument, ReportDocument, UnbookableCaseDocument } from '../types/documents/cases'
import type { HouseholdActDocument, HouseholdCodeDocument, HouseholdDocument, PhoneProofDocument, SlipRunDocument } from '../types/documents/households'
import type { EvidenceDocument, LooseFilesDocument } from '../types/documents/files'
import type { AnnouncementDocument, HeartbeatDocument, NoticeDocument, QuotaDocument } from '../types/documents/notices'
import type { PersonDocument } from '../types/documents/people'
import type { ConsentDocument, PhotoCheckDocument, TallyDocument, UnmaskingDocument, VoiceDocument } from '../types/documents/privacy'
import type { RosterImportDocument, RosterPageDocument } from '../types/documents/roster'
import type { AllocationDocument, AssessmentDocument, DrawDocument, InspectionDocument, LedgerDocument, LedgerHeadDocument, RedPropertyDocument } from '../types/documents/scoring'
import type { PaperBatchDocument, SealedUrnDocument, SurveyDocument, SurveyMeasureDocument, UrnDocument } from '../types/documents/surveys'
import type { CalendarDocument, EditionDocument, EstateDocument, TownDocument } from '../types/documents/town'

/** Every collection and what stands in it. Readable and writable by functions only. */
export type Collections = {
  towns: TownDocument
  editions: EditionDocument
  calendars: CalendarDocument
  estates: EstateDocument
  people: PersonDocument
  cases: CaseDocument
  reports: ReportDocument
  caseRemarks: CaseRemarkDocument
  unbookableCases: UnbookableCaseDocument
  counters: { readonly _id: string; readonly townId: string; readonly value: number }
  inspections: InspectionDocument
  assessments: AssessmentDocument
  redPropertySheets: RedPropertyDocument
  ledger: LedgerDocument
  ledgerHeads: LedgerHeadDocument
  draws: DrawDocument
  allocations: AllocationDocument
  notices: NoticeDocument
  announcements: AnnouncementDocument
  quotas: QuotaDocument
  heartbeats: HeartbeatDocument
  households: HouseholdDocument
  householdCodes: HouseholdCodeDocument
  householdActs: HouseholdActDocument
  slipRuns: SlipRunDocument
  rosterImports: RosterImportDocument
  rosterPages: RosterPageDocument
  phoneProofs: PhoneProofDocument
  consents: ConsentDocument
  photoChecks: PhotoCheckDocument
  looseFiles: LooseFilesDocument
  evidence: EvidenceDocument
  unmaskings: UnmaskingDocument
  tallies: TallyDocument
  voices: VoiceDocument
  surveys: SurveyDocument
  urns: UrnDocument
  sealedUrns: SealedUrnDocument
  paperBatches: PaperBatchDocument
  surveyMeasures: SurveyMeasureDocument
}
export type CollectionName = keyof Collections

/** What must be created before the first run, on the cloud's console as on the local cloud. */
export const COLLECTION_NAMES = [
  'towns', 'editions', 'calendars', 'estates', 'people', 'cases', 'reports', 'caseRemarks', 'unbookableCases', 'counters', 'inspections', 'assessments', 'redPropertySheets', 'ledger',
  'ledgerHeads', 'draws', 'allocations', 'notices', 'announcements', 'quotas', 'heartbeats',
  'households', 'householdCodes', 'householdActs', 'slipRuns', 'phoneProofs', 'rosterImports', 'rosterPages',
  'consents', 'photoChecks', 'looseFiles', 'evidence', 'unmaskings', 'tallies', 'voices',
  'surveys', 'urns', 'sealedUrns', 'paperBatches', 'surveyMeasures',
] as const satisfies readonly CollectionName[]
