import { erasePerson } from '../../../../store/erasePerson'
import { keepTally, tallyId, tallyIn } from '../../../../store/tallies'
import { refuse } from '../../../../types/api/refusal'
import { reply, type Call, type Handler } from '../../context'

/** As much as a function does well within its time. */
const DOCUMENTS_MAX = 200

/**
 * 删除我的数据. Once it is said, the clock finishes what a killed function has left. The tally stays, so that no limit begins anew, and is written here, so that an
 * act of the same moment comes first or is refused.
 */
export const deleteMyData: Handler<'deleteMyData', Call> = async (_, { store, personId, openid, keyedHash, now }) => {
  const refused = await store.transaction(async (transaction) => {
    const person = await transaction.get('people', personId)
    if (person?.staff) return refuse('STAFF_DATA_KEPT')
    if (person?.erasingAt !== undefined) return null
    if (person) await transaction.set('people', { ...person, erasingAt: now })
    const tally = await tallyIn(transaction, tallyId(keyedHash, openid))
    await keepTally(transaction, { ...tally, erasures: tally.erasures + 1 }, now)
    return null
  })
  return refused ?? reply({ finished: await erasePerson(store, personId, DOCUMENTS_MAX) })
}
