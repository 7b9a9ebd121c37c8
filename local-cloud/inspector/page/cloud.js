import { ask } from './api.js'

/** What every section needs to know: the cloud's time and its people. Learnt anew every few seconds. */
export const cloud = { about: { envId: '', adminUrl: '', hasApp: false, messageTemplates: {} }, state: { now: Date.now(), ahead: 0, isFrozen: false, openid: null, people: [], messageCount: 0, hasWorkingTime: false } }
let learntAt = Date.now()

export async function learn() {
  cloud.state = await ask('state')
  learntAt = Date.now()
}

export const learnAbout = async () => void (cloud.about = await ask('about'))

export const now = () => (cloud.state.isFrozen ? cloud.state.now : cloud.state.now + Date.now() - learntAt)
export const nameOf = (openid) => cloud.state.people.find((person) => person.openid === openid)?.name ?? openid
export const templateTitle = (id) => cloud.about.messageTemplates[id]?.title ?? id
