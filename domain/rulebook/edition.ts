/**
 * The shape of one edition of the rulebook (方案与补充规定). Data only: the built-in first edition stands beside this file; an edition signed
 * by the office is kept in the database, has the same type, passes the same checks and runs through the same code.
 */

/** Hundredths of a point: 1 point = 100. Always an integer. */
export type Points = number

/** A number the plan leaves out and nobody has decided yet. An entry under such a rule is refused at run time. */
export const UNDECIDED = 'undecided'
export type Undecided = typeof UNDECIDED

/** Where the words stand, as `方案四(一)3` or `附件2.5`; a decision of section 10 as `补充规定 D4`. */
export type Clause = string

/** 市级 / 区级 / 镇级. */
export type Level = 'city' | 'district' | 'town'

/** 超时 / 推诿 / 反复 / 核查不符 / 重点: what costs points on a reported case. */
export type FindingKind = 'overdue' | 'shirked' | 'recurrent' | 'failedVerification' | 'keyProblem'

/** 处置时限: working hours (工作时) or working days (工作日). */
export type HandlingLimit = { readonly amount: number; readonly unit: 'hour' | 'day' }

/** 大类. */
export type CategoryGroup = 'infrastructure' | 'environment' | 'greening' | 'illegalBuilding'

/** 小类 of Annex 1. Chinese texts word for word. */
export type Category = {
  readonly code: string
  readonly group: CategoryGroup
  readonly name: string
  /** 立案条件（扣分依据）. */
  readonly condition: string
  readonly limit: HandlingLimit
  readonly responsibleUnit: string
  /** 每处（个）扣分, in centipoints, positive. */
  readonly points: Points
  /** 先围后修: asks for an immediate safeguard photo (domain.md section 3). */
  readonly hazardous: boolean
  readonly clause: Clause
}

/** One kind of deduction on a reported case, with the points each level takes off (positive). */
export type FindingRule = {
  readonly kind: FindingKind
  readonly name: string
  readonly text: string
  readonly clause: Clause
  readonly points: Readonly<Record<Level, Points | Undecided>>
}

/** 检查问题: what one problem of an inspection costs, and what is added when it is not rectified in time. */
export type InspectionRule = {
  readonly text: string
  readonly clause: Clause
  readonly pointsPerProblem: Points
  /** 双倍扣分: the second entry booked beside the first. */
  readonly doubledPoints: Points
}

/** One sentence of Annex 2 that takes off or adds points. `points` is signed: deductions negative. */
export type PropertyRule = {
  readonly code: string
  /** Row of Annex 2: 1–5 deductions, 6–7 additions (附加分). */
  readonly row: number
  readonly kind: 'deduction' | 'addition'
  /** 考核内容 of the row. */
  readonly content: string
  /** The rule's own words. */
  readonly text: string
  /** What is counted, as 项, 例, 次. */
  readonly unit: string
  readonly points: Points | Undecided
  readonly clause: Clause
  /** The decision that gives or must give the number, e.g. 'D1'. */
  readonly decision?: DecisionId
}

/** 满意率 bands. Percent, integers; `from` inclusive, `to` inclusive only for the last band (D6). */
export type SatisfactionRule = {
  readonly text: string
  readonly clause: Clause
  readonly minimumCoveragePercent: number
  readonly bands: readonly { readonly fromPercent: number; readonly toPercent: number; readonly points: Points }[]
}

/** Annex 3: one scored item. `maxPoints` in centipoints. */
export type RedPropertyItem = { readonly code: string; readonly text: string; readonly maxPoints: Points }
export type RedPropertySection = { readonly content: string; readonly items: readonly RedPropertyItem[] }
export type RedPropertyPart = {
  readonly code: string
  readonly name: string
  readonly points: Points
  readonly sections: readonly RedPropertySection[]
}
export type RedPropertyRule = {
  readonly clause: Clause
  /** 一票否决. `item` is the requirement it stands under. */
  readonly veto: { readonly item: string; readonly text: string }
  readonly parts: readonly RedPropertyPart[]
}

/** 创建项目加分. */
export type ProjectLevel = 'district' | 'city' | 'province' | 'nation'
export type ProjectRule = { readonly text: string; readonly clause: Clause; readonly points: Readonly<Record<ProjectLevel, Points>> }

/** 附件4: tiers of the award. */
export type AwardTierId = 'first' | 'second' | 'third' | 'redProperty'
export type AwardTier = {
  readonly id: AwardTierId
  /** As in the plan: 一等奖, “红色物业”. */
  readonly name: string
  readonly text: string
  readonly places: number
  readonly amountFen: number
  readonly clause: Clause
}

/** 每日工作时段, Beijing time `HH:MM`, half-open; `from` is the first Beijing date on which they hold. */
export type WorkingHours = {
  readonly from: string
  readonly periods: readonly { readonly start: string; readonly end: string }[]
}

/** What the plan leaves open (domain.md section 10), decided here with defaults. */
export type DecisionId = 'D1' | 'D2' | 'D3' | 'D4' | 'D5' | 'D6' | 'D7' | 'D8' | 'D9' | 'D10' | 'D11' | 'D12' | 'D13' | 'D14' | 'D15'
export type TieBreak = 'fewerOverdue' | 'higherSatisfaction' | 'fewerDeductions' | 'recordedDraw'
export type Decisions = {
  /** D1: Annex 2 row 3 拖延、推诿处理造成后果的. Positive points. */
  readonly delayedHandlingPoints: Points | Undecided
  /** D2: Annex 2 row 5 未正常开展每少一次. Positive points. */
  readonly missedMeetingPoints: Points | Undecided
  /** D3: a finding on a town-level case. Positive points. */
  readonly townFindingPoints: Points | Undecided
  /** D4. */
  readonly workingHours: readonly WorkingHours[]
  /** D5. */
  readonly longTermPeriod: 'month' | 'cumulative'
  /** D6: which band a rate on the edge belongs to. */
  readonly bandEdge: 'higher' | 'lower'
  /** D7, in this order. */
  readonly tieBreaks: readonly TieBreak[]
  /** D8. */
  readonly keyAndRecurrent: 'both' | 'keyReplacesRecurrent'
  /** D9: what filing a resident's report costs. */
  readonly filedReportPoints: Points
  /** D10, working days. */
  readonly appealWindowDays: number
  readonly publicityDays: number
  /** D11. */
  readonly coverageDenominator: 'occupied' | 'all'
  /** D12: share of closed cases drawn, percent, and the least number, per estate and month. */
  readonly verificationSharePercent: number
  readonly verificationMin: number
  /** D13. */
  readonly partsCappedAbove: boolean
  /** D14. */
  readonly prizeAmounts: 'asWritten' | 'corrected'
  /** D15: which months of an estate that comes or leaves are its own; and in which years it is ranked. */
  readonly monthMembers: 'anyDay' | 'wholeMonth'
  readonly yearMembers: 'atEnd' | 'wholeYear'
}
/** How a decision is shown in the app beside the plan's own words. */
export type DecisionNote = { readonly id: DecisionId; readonly question: string; readonly decided: string; readonly why: string }

export type Edition = {
  readonly id: string
  readonly name: string
  /** First instant (epoch ms) at which cases are filed under it. */
  readonly effectiveFrom: number
  readonly categories: readonly Category[]
  readonly findings: Readonly<Record<FindingKind, FindingRule>>
  readonly inspection: InspectionRule
  /** 反复: the n-th counted report of a month makes it recurrent; more than n makes it a key problem. */
  readonly recurrence: { readonly recurrentAt: number; readonly keyAbove: number }
  /** What a part starts from before deductions (满分). */
  readonly fullPoints: Points
  readonly composite: {
    readonly longTermPercent: number
    readonly propertyPercent: number
    readonly longTermClause: Clause
    readonly propertyClause: Clause
  }
  readonly propertyRules: readonly PropertyRule[]
  readonly satisfaction: SatisfactionRule
  readonly redProperty: RedPropertyRule
  readonly projects: ProjectRule
  readonly awards: readonly AwardTier[]
  readonly payoutNote: { readonly text: string; readonly clause: Clause }
  readonly decisions: Decisions
  readonly decisionNotes: readonly DecisionNote[]
}
