import { DAY_MS, MINUTE_MS } from '../time/beijing'

/** `lives` 住在这里; `relative` 家人: helps somebody who lives there, reports for them, and invites nobody. */
export const RELATIONS = ['lives', 'relative'] as const
export type Relation = (typeof RELATIONS)[number]
/** What proved it: the slip's code, the roster's phone number, or a member's word. */
export const PROOFS = ['code', 'phone', 'invitation'] as const
export type Proof = (typeof PROOFS)[number]

/** 绑定: a person as one of a household. */
export type Member = { readonly personId: string; readonly since: number; readonly by: Proof; readonly relation: Relation; readonly invitedBy: string | null }

/** Decision 0020. */
export const MEMBERS_MAX = 10
export const INVITATION_MS = DAY_MS
/** 邀请次数 of a household a day, whoever of it invites: as many as it could ever take in. */
export const INVITATIONS_A_DAY = MEMBERS_MAX
/** How long a number that WeChat has named is good for choosing among its households. */
export const PHONE_PROOF_MS = 10 * MINUTE_MS

export const memberOf = (members: readonly Member[], personId: string): Member | null => members.find((member) => member.personId === personId) ?? null

/** 同意: the word of somebody who lives there. */
export const mayInvite = (members: readonly Member[], personId: string): boolean => memberOf(members, personId)?.relation === 'lives'

/**
 * Who came by a proof of their own is put out by nobody but the office. An invited one may be removed by the one who invited, and by those who live there
 * and came by a proof.
 */
export function mayRemove(members: readonly Member[], personId: string, other: Member): boolean {
  const me = memberOf(members, personId)
  if (me === null || other.personId === personId || other.by !== 'invitation') return false
  return other.invitedBy === personId || (me.relation === 'lives' && me.by !== 'invitation')
}

/** Without one of them, also where the others say who invited them. */
export const withoutMember = (members: readonly Member[], personId: string): readonly Member[] =>
  members.filter((member) => member.personId !== personId).map((member) => (member.invitedBy === personId ? { ...member, invitedBy: null } : member))

/** 绑定码 as it is kept, without the code itself. */
export type IssuedCode = { readonly kind: 'slip' | 'invitation'; readonly issuedBy: string; readonly expiresAt: number | null; readonly spentBy: string | null; readonly replacedAt: number | null }
export type CodeStanding = 'open' | 'used' | 'replaced' | 'expired'

/** Whether a code still opens its household. An invitation is worth as much as its giver: who has left invites nobody. */
export function codeStanding(code: IssuedCode, members: readonly Member[], now: number): CodeStanding {
  if (code.spentBy !== null) return 'used'
  if (code.replacedAt !== null || (code.kind === 'invitation' && !mayInvite(members, code.issuedBy))) return 'replaced'
  return code.expiresAt !== null && now >= code.expiresAt ? 'expired' : 'open'
}
