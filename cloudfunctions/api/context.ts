import type { Actor } from '../../domain/case/events'
import type { LoadRules, Rules } from '../../store/rules'
import type { EntriesOf } from '../../store/ledger'
import type { Store } from '../../store/store'
import type { SurveyOf } from '../../store/surveys'
import type { ActionName, ReplyOf, RequestOf } from '../../types/api'
import type { Refusal } from '../../types/api/refusal'
import type { PersonDocument } from '../../types/documents/people'
import type { Files } from './files'
import type { PhoneOf } from './phoneNumber'

/** What the platform gives, wired in index.ts. */
export type Services = {
  readonly store: Store
  readonly loadRules: LoadRules
  readonly files: Files
  /** 内容安全: whether a text may be taken from this person. */
  readonly isTextFit: (openid: string, text: string) => Promise<boolean>
  readonly hash: (text: string) => string
  /** The same with the function's own key: for what could be guessed from a plain hash. */
  readonly keyedHash: (text: string) => string
  readonly phoneOf: PhoneOf
  /** A survey; an open one is read once by a warm function. */
  readonly surveyOf: SurveyOf
  /** The ledger of a year; a warm function reads of it only what is new. */
  readonly entriesOf: EntriesOf
  /** WeChat's risk rank of a person, 0–4; null where it is not to be had. */
  readonly riskOf: (openid: string) => Promise<number | null>
  /** Before the code in a slip's picture (`SLIP_LINK`, set at build time); empty: our own scanner reads it. */
  readonly slipLink: string
}
/** A call: who, when, and what there is to work with. Nothing below reads a clock or the environment. */
export type Call = Services & { /** By which what goes wrong is found in the log. */ readonly errorId: string; readonly now: number; readonly openid: string; readonly personId: string; readonly person: PersonDocument | null; /** How often the caller's data had been deleted when the call came in; null where it was not asked. */ readonly erasures: number | null }
/** A call by somebody who belongs to a town. */
export type TownCall = Call & { readonly person: PersonDocument; readonly townId: string; readonly rules: Rules }

export type Outcome<Name extends ActionName> = { readonly ok: true; readonly value: ReplyOf<Name> } | Refusal
export type Handler<Name extends ActionName, C extends Call = TownCall> = (request: RequestOf<Name>, call: C) => Promise<Outcome<Name>>

export const reply = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value })
export const actor = (call: Call, role: Actor['role']): Actor => ({ role, person: role === 'resident' ? 'resident' : call.personId })
