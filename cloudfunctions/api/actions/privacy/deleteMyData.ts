import { erasePerson } from '../../../../store/erasePerson'
import { refuse } from '../../../../types/api/refusal'
import { reply, type Call, type Handler } from '../../context'

/** As much as a function does well within its time. */
const DOCUMENTS_MAX = 200

/** 删除我的数据. Once it is said, the clock finishes what a killed function has left. */
export const deleteMyData: Handler<'deleteMyData', Call> = async (_, { store, personId, now }) => {
  const refused = await store.transaction(async (transaction) => {
    const person = await transaction.get('people', personId)
    if (person?.staff) return refuse('STAFF_DATA_KEPT')
    if (person && person.erasingAt === undefined) await transaction.set('people', { ...person, erasingAt: now })
    return null
  })
  return refused ?? reply({ finished: await erasePerson(store, personId, DOCUMENTS_MAX) })
}
