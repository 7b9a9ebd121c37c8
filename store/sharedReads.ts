import type { Store } from './store'

/**
 * A store that asks each question once, for one invocation that only reads: several actions of a person want the same person, town, estates. It lives no longer than the invocation, so it
 * never serves what was true before it; and where something is written after all, everything is forgotten.
 */
export function sharedReads(store: Store): Store {
  const answers = new Map<string, Promise<unknown>>()
  const once = <T>(question: readonly unknown[], ask: () => Promise<T>): Promise<T> => {
    const key = JSON.stringify(question)
    const known = answers.get(key) as Promise<T> | undefined
    const answer = known ?? ask()
    if (!known) answers.set(key, answer)
    return answer
  }
  const forgetting = async <T>(write: () => Promise<T>): Promise<T> => {
    answers.clear()
    try {
      return await write()
    } finally {
      answers.clear()
    }
  }
  return {
    get: (collection, id) => once(['get', collection, id], () => store.get(collection, id)),
    find: (collection, query) => once(['find', collection, query], () => store.find(collection, query)),
    page: (collection, walk, size, after) => once(['page', collection, walk, size, after], () => store.page(collection, walk, size, after)),
    findAll: (collection, query) => once(['findAll', collection, query], () => store.findAll(collection, query)),
    count: (collection, where) => once(['count', collection, where], () => store.count(collection, where)),
    set: (collection, document) => forgetting(() => store.set(collection, document)),
    remove: (collection, id) => forgetting(() => store.remove(collection, id)),
    add: (collection, document) => forgetting(() => store.add(collection, document)),
    update: (collection, where, change) => forgetting(() => store.update(collection, where, change)),
    transaction: (work) => forgetting(() => store.transaction(work)),
  }
}
