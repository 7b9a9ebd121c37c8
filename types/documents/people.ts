import type { Level } from '../../domain/rulebook/edition'

export type Role = 'resident' | 'manager' | 'inspector' | 'office' | 'auditor'
/** 授权: a role with its scope. Everybody is a resident; the rest is granted by the town. */
export type RoleGrant =
  | { readonly role: 'manager'; readonly estateId: string }
  | { readonly role: 'inspector'; readonly level: Level }
  | { readonly role: 'office' }
  | { readonly role: 'auditor' }

/** `people`; `_id` is derived from the openid, which leaves the database only as the address of a message. */
export type PersonDocument = {
  readonly _id: string
  readonly townId: string
  readonly openid: string
  readonly name: string
  readonly grants: readonly RoleGrant[]
  /** Has any grant: the few people a query looks through. */
  readonly staff: boolean
  /** The estate a resident follows and reports in. */
  readonly estateId: string | null
  /** The person has asked for deletion, and it is not finished. */
  readonly erasingAt?: number
}
