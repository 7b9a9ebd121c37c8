import { erasePerson } from '../../../store/erasePerson'
import { eachDue } from '../eachDue'
import { BATCH, type Job } from '../job'

/** As much of one person as a beat does well. */
const DOCUMENTS_MAX = 200

/** 删除个人数据, where the function that was asked for it did not come to the end. */
export const finishErasing: Job = async ({ store, now }) =>
  eachDue((skip) => store.find('people', { where: { erasingAt: { lte: now } }, orderBy: [['erasingAt', 'asc']], skip, limit: BATCH, fields: ['erasingAt'] }), async ({ _id }) => void (await erasePerson(store, _id, DOCUMENTS_MAX)))
