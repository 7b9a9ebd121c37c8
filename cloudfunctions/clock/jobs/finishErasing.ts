import { erasePerson } from '../../../store/erasePerson'
import { eachDue } from '../eachDue'
import type { Job } from '../job'

/** So many documents of one person between two looks at the time. */
const DOCUMENTS_AT_ONCE = 20

/** 删除个人数据, where the function that was asked for it did not come to the end. */
export const finishErasing: Job = (services) => {
  const { store, hasTime, now } = services
  const due = (limit: number) => store.find('people', { where: { erasingAt: { lte: now } }, orderBy: [['erasingAt', 'asc']], limit, fields: ['townId'] })
  return eachDue(services, due, async ({ _id }) => {
    while (!(await erasePerson(store, _id, DOCUMENTS_AT_ONCE)) && hasTime());
  })
}
