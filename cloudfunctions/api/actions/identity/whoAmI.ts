import type { Call, Handler } from '../../context'
import { reply } from '../../context'

/** 我是谁, and where one could belong. */
export const whoAmI: Handler<'whoAmI', Call> = async (_, call) => {
  const { person, store } = call
  const [towns, estates] = await Promise.all([store.findAll('towns', { where: {} }), store.findAll('estates', { where: {} })])
  const townName = (townId: string) => towns.find(({ _id }) => _id === townId)?.name ?? ''
  const estateName = (estateId: string | null) => estates.find(({ _id }) => _id === estateId)?.name ?? null
  const unread = person ? await store.count('notices', { personId: person._id, readAt: null }) : 0
  return reply({
    person: person && {
      id: person._id, name: person.name, townId: person.townId, townName: townName(person.townId), estateId: person.estateId, estateName: estateName(person.estateId),
      grants: person.grants.map((grant) => (grant.role === 'manager' ? { ...grant, estateName: estateName(grant.estateId) ?? '' } : grant)),
    },
    unread,
    // A person who belongs to a town is shown that town only: nobody reads across towns.
    estates: estates.filter(({ townId }) => person === null || townId === person.townId).map(({ _id, name, townId, spots }) => ({ id: _id, name, townName: townName(townId), spots: [...spots] })),
  })
}
