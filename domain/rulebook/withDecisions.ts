import { doubtfulAmount } from './awards'
import { decidedText, decisionNotesFor } from './decisionNotes'
import { decisionFields } from './decisions'
import { UNDECIDED } from './edition'
import type { AwardTier, DecisionNote, Decisions, Edition, FindingKind, FindingRule, Points, PropertyRule, Undecided } from './edition'

const deducted = (points: Points | Undecided): Points | Undecided => (points === UNDECIDED ? UNDECIDED : 0 - points)

const followedRule = (rule: PropertyRule, decisions: Decisions): PropertyRule => {
  if (rule.decision === 'D1') return { ...rule, points: deducted(decisions.delayedHandlingPoints) }
  if (rule.decision === 'D2') return { ...rule, points: deducted(decisions.missedMeetingPoints) }
  return rule
}

const followedFinding = (finding: FindingRule, decisions: Decisions): FindingRule => ({
  ...finding,
  points: { ...finding.points, town: decisions.townFindingPoints },
})

/** Only the doubtful amount follows D14; an amount the office chose itself stays. */
const followedAward = (tier: AwardTier, decisions: Decisions): AwardTier =>
  Object.values(doubtfulAmount).some((amountFen) => amountFen === tier.amountFen)
    ? { ...tier, amountFen: doubtfulAmount[decisions.prizeAmounts] }
    : tier

const followedNote = (note: DecisionNote, before: Decisions, after: Decisions): DecisionNote => {
  const changed = decisionFields[note.id].some((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
  return { ...note, decided: decidedText(note.id, after), why: changed ? '由镇考核办决定。' : note.why }
}

/**
 * 按补充规定改写: the same edition with some decisions changed, and every number that rests on them following: the blanks of
 * Annex 2 (D1, D2), the points of town cases (D3), the doubtful prize amount (D14), the words of the notes.
 *
 * Id, name and date stay as they were: whoever issues the result as a new edition gives it its own. A changed decision loses the
 * reason of the old one; give the new one by replacing `why`.
 *
 * @source 补充规定 D1–D15
 */
export const withDecisions = (edition: Edition, changes: Partial<Decisions>): Edition => {
  const decisions: Decisions = { ...edition.decisions, ...changes }
  const findings = Object.fromEntries(
    Object.entries(edition.findings).map(([kind, finding]) => [kind, followedFinding(finding, decisions)]),
  ) as Record<FindingKind, FindingRule>
  return {
    ...edition,
    findings,
    propertyRules: edition.propertyRules.map((rule) => followedRule(rule, decisions)),
    awards: edition.awards.map((tier) => followedAward(tier, decisions)),
    decisions,
    decisionNotes: edition.decisionNotes.map((note) => followedNote(note, edition.decisions, decisions)),
  }
}

/** The plan's own words and numbers made into an edition under the given decisions. */
export const editionUnder = (decisions: Decisions, plan: Omit<Edition, 'decisions' | 'decisionNotes'>): Edition =>
  withDecisions({ ...plan, decisions, decisionNotes: decisionNotesFor(decisions) }, {})
