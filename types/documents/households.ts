import type { Address } from '../../domain/household/address'
import type { IssuedCode, Member, Relation } from '../../domain/household/members'
import type { HouseholdStatus } from '../../domain/household/status'
import type { StatusChange } from '../../domain/survey/right'

/** `households` 户: a row of the roster, and who is bound to it. Never read on behalf of a manager. `_id` is derived from the address. */
export type HouseholdDocument = Address & {
  readonly _id: string
  readonly townId: string
  readonly estateId: string
  /** '3 幢 2 单元 501', and the same as it sorts. Both derived from the address. */
  readonly label: string
  readonly order: string
  readonly status: HouseholdStatus
  /** Oldest first; the last one is `status`. By it a survey knows who lived where when it opened. */
  readonly history: readonly StatusChange[]
  /** 已用的答题权: the surveys this household has answered, without when, how or by whom. The answers stand in an urn and know of no household. */
  readonly spentIn: readonly string[]
  /** 已交纸质问卷, not keyed in yet: its right waits for that. */
  readonly paper: { readonly surveyId: string; readonly batchId: string } | null
  /** Keyed hashes of the roster's phone numbers: no number stands anywhere. */
  readonly phoneHashes: readonly string[]
  /** The code of the slip that is good now. */
  readonly slipId: string | null
  readonly members: readonly Member[]
  /** 邀请码 made on the last day on which there were any. */
  readonly invitations?: { readonly day: string; readonly count: number }
}

/** `householdCodes` 绑定码. `_id` is a keyed hash of the code, which itself is kept nowhere. */
export type HouseholdCodeDocument = IssuedCode & {
  readonly _id: string
  readonly townId: string
  readonly householdId: string
  readonly issuedAt: number
  readonly spentAt: number | null
  /** 发码: the run it was drawn in, by which it is found and printed again. An invitation has none. */
  readonly run?: string
  /** What an invitation invites to; the bearer of a slip says so himself. */
  readonly relation: Relation | null
}

/** `slipRuns` 发码: whose slips were drawn together, by whom and when. The codes follow from its `_id` and the function's key, so that what was not printed can be printed again. */
export type SlipRunDocument = {
  readonly _id: string
  readonly townId: string
  readonly estateId: string
  /** Empty: the whole estate. */
  readonly building: string
  /** The one it was drawn for; null: whoever had none. */
  readonly householdId: string | null
  readonly by: string
  readonly at: number
}

/** `phoneProofs`: the number WeChat has just named for a person, for as long as it takes to choose a household. `_id` = person. */
export type PhoneProofDocument = { readonly _id: string; readonly codeHash: string; readonly phoneHash: string; readonly expiresAt: number }

/** `householdActs`: what the office did on a household, for the auditor. Nobody bound to it is named. */
export type HouseholdActDocument = {
  readonly _id: string
  readonly townId: string
  readonly estateId: string
  /** Null: the whole estate. */
  readonly householdId: string | null
  readonly label: string
  readonly kind: 'codeIssued' | 'codeReplaced' | 'cleared' | 'statusChanged' | 'rosterImported' | 'slipsPrinted'
  readonly at: number
  readonly by: string
  readonly reason: string
  /** How many people were unbound. */
  readonly members: number
}
