import { noTally } from '../domain/abuse/dailyLimits'
import { LOOK_AGAIN_DAYS, RETENTION } from '../domain/privacy/retention'
import { DAY_MS } from '../domain/time/beijing'
import type { TallyDocument, VoiceDocument } from '../types/documents/privacy'
import type { StoreTransaction } from './store'

type Hash = (text: string) => string
const HEX_KEPT = 24

export const tallyId = (keyedHash: Hash, openid: string): string => `t${keyedHash(`tally|${openid}`).slice(0, HEX_KEPT)}`
export const voiceId = (keyedHash: Hash, openid: string, caseId: string): string => `v${keyedHash(`voice|${openid}|${caseId}`).slice(0, HEX_KEPT)}`

/** As it stands in the transaction, or as it would begin. */
export const tallyIn = async (transaction: StoreTransaction, _id: string): Promise<TallyDocument> => (await transaction.get('tallies', _id)) ?? { _id, ...noTally, turns: 0, erasures: 0, forgetAt: 0 }

/** Writes it, in every act of somebody's own name and in the deletion: nothing else makes two transactions see each other. */
export const keepTally = (transaction: StoreTransaction, tally: TallyDocument, now: number): Promise<void> =>
  transaction.set('tallies', { ...tally, turns: tally.turns + 1, forgetAt: now + RETENTION.tallies.days * DAY_MS })

type Speaker = { readonly keyedHash: Hash; readonly openid: string; readonly townId: string; readonly now: number }
export const voiceDocument = ({ keyedHash, openid, townId, now }: Speaker, { caseId, first }: Pick<VoiceDocument, 'caseId' | 'first'>): VoiceDocument => ({
  _id: voiceId(keyedHash, openid, caseId), townId, tallyId: tallyId(keyedHash, openid), caseId, at: now, first, forgetAt: now + LOOK_AGAIN_DAYS * DAY_MS,
})
