import { UNDECIDED } from './edition'
import type { DecisionId, Decisions } from './edition'
import { pointsPerFinding } from './findings'

/**
 * 补充规定: what the plan leaves open, with the defaults of the first edition. Two stay undecided: nobody but the office may say
 * how many points Annex 2 meant where it has a blank.
 *
 * @source 补充规定 D1–D15
 */
export const defaultDecisions: Decisions = {
  delayedHandlingPoints: UNDECIDED,
  missedMeetingPoints: UNDECIDED,
  // A town case costs what a case of city or district costs.
  townFindingPoints: pointsPerFinding,
  workingHours: [
    {
      from: '2024-01-01',
      periods: [
        { start: '08:30', end: '11:30' },
        { start: '13:30', end: '17:30' },
      ],
    },
  ],
  longTermPeriod: 'month',
  bandEdge: 'higher',
  tieBreaks: ['fewerOverdue', 'higherSatisfaction', 'fewerDeductions', 'recordedDraw'],
  keyAndRecurrent: 'both',
  filedReportPoints: 0,
  appealWindowDays: 5,
  publicityDays: 5,
  coverageDenominator: 'occupied',
  verificationSharePercent: 10,
  verificationMin: 1,
  partsCappedAbove: false,
  prizeAmounts: 'asWritten',
  monthMembers: 'anyDay',
  yearMembers: 'atEnd',
}

/** Which fields each decision consists of. */
export const decisionFields = {
  D1: ['delayedHandlingPoints'],
  D2: ['missedMeetingPoints'],
  D3: ['townFindingPoints'],
  D4: ['workingHours'],
  D5: ['longTermPeriod'],
  D6: ['bandEdge'],
  D7: ['tieBreaks'],
  D8: ['keyAndRecurrent'],
  D9: ['filedReportPoints'],
  D10: ['appealWindowDays', 'publicityDays'],
  D11: ['coverageDenominator'],
  D12: ['verificationSharePercent', 'verificationMin'],
  D13: ['partsCappedAbove'],
  D14: ['prizeAmounts'],
  D15: ['monthMembers', 'yearMembers'],
} as const satisfies Record<DecisionId, readonly (keyof Decisions)[]>

/** Every decision, in the order of the list. */
export const decisionIds = Object.keys(decisionFields) as DecisionId[]
