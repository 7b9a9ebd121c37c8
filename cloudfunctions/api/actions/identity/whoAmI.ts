import { dateOf } from '../../../../domain/time/beijing'
import { memberOf } from '../../../../domain/household/members'
import { householdsOf } from '../../../../store/households'
import { hasRole } from '../../access/scope'
import type { Call, Handler } from '../../context'
import { reply } from '../../context'
import { belongsTo } from '../estates'
import { mineOf } from '../household/membership'

/** 我是谁, and where one could belong. */
export const whoAmI: Handler<'whoAmI', Call> = async (_, call) => {
  const { person, store } = call
  const [towns, estates, households, unread, consents] = await Promise.all([
    store.findAll('towns', { where: {} }), store.findAll('estates', { where: {} }),
    person ? householdsOf(store, person.townId, person._id) : [], person ? store.count('notices', { personId: person._id, readAt: null }) : 0,
    store.findAll('consents', { where: { personId: call.personId } }),
  ])
  const townName = (townId: string) => towns.find(({ _id }) => _id === townId)?.name ?? ''
  const estateOf = (estateId: string | null) => estates.find(({ _id }) => _id === estateId) ?? null
  const chosen = person && estateOf(person.estateId)
  return reply({
    person: person && {
      id: person._id, name: person.name, townId: person.townId, townName: townName(person.townId),
      // An estate that has left the town is nobody's any more: another one is to be chosen.
      ...(chosen && belongsTo(chosen, person.townId, call.now) ? { estateId: chosen._id, estateName: chosen.name } : { estateId: null, estateName: null }),
      grants: person.grants.map((grant) => (grant.role === 'manager' ? { ...grant, estateName: estateOf(grant.estateId)?.name ?? '' } : grant)),
    },
    unread,
    households: households.flatMap((household) => {
      const me = memberOf(household.members, call.personId)
      return me ? [mineOf(household, estateOf(household.estateId), me.relation)] : []
    }),
    consents: consents.flatMap(({ kind, said }) => said.slice(-1).map((last) => ({ kind, ...last }))),
    contacts: towns.flatMap(({ _id, name, contact }) => (contact && _id === (person?.townId ?? _id) ? [{ townName: name, ...contact }] : [])),
    leftEstates: person && (hasRole(person, 'office') || hasRole(person, 'inspector')) ? estates.filter(({ townId, leftAt }) => townId === person.townId && leftAt !== undefined && leftAt <= dateOf(call.now)).map(({ _id, name }) => ({ id: _id, name })) : [],
    // A person who belongs to a town is shown that town only: nobody reads across towns.
    estates: estates.filter((estate) => belongsTo(estate, person?.townId ?? estate.townId, call.now)).map(({ _id, name, townId, spots }) => ({ id: _id, name, townName: townName(townId), spots: [...spots] })),
  })
}
