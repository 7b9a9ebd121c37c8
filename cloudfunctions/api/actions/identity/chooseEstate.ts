import { UNNAMED } from '../../../../domain/privacy/mask'
import { keepTally } from '../../../../store/tallies'
import { refuse } from '../../../../types/api/refusal'
import { belongsTo } from '../estates'
import { reply, type Call, type Handler } from '../../context'
import { inOwnName } from '../../ownName'

/** 选择小区. Staff stay in the town that gave them their role. */
export const chooseEstate: Handler<'chooseEstate', Call> = async ({ estateId }, call) => {
  const { store, personId, openid, now } = call
  const estate = await store.get('estates', estateId)
  if (!estate) return refuse('ESTATE_UNKNOWN')
  if (!belongsTo(estate, estate.townId, call.now)) return refuse('ESTATE_LEFT', { estate: estate.name })
  return store.transaction(async (transaction) => {
    const own = await inOwnName(call, transaction)
    if (!own.ok) return own
    const { person, tally } = own
    if (person?.staff && person.townId !== estate.townId) return refuse('NOT_ALLOWED')
    await transaction.set('people', { ...(person ?? { _id: personId, openid, name: UNNAMED, grants: [], staff: false }), townId: estate.townId, estateId })
    await keepTally(transaction, tally, now)
    return reply({})
  })
}
