import { ESTATES } from '../../scripts/demo/town'
import type { CaseSummary } from '../../types/api/common'
import { mixed } from '../caseDocuments'
import type { Phones } from './phones'
import type { Person, Town } from './town'

/** What one person does in one go. */
export type Act = () => Promise<unknown>

/** After rain the same few things are wrong, and many see them. */
const HOT = { share: 60, problems: 4 } as const
/** Out of a hundred who report: who is not sure what it is, who sends a photo, who taps twice, who looks around before it and at the case after it. */
const UNSURE = 15
const WITH_PHOTO = 50
const TWICE = 10
const LOOK_BEFORE = 35
const LOOK_AFTER = 50

/** How they are called in the tables. */
export const REPORT = 'reportCase'
export const AT_ONCE = 'reportCase, 50 at once'

const shareOf = (id: string, of: number): number => [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % of
const keyOf = (n: number): string => `morning-${String(n).padStart(12, '0')}`
const spotOf = ({ estateId }: Person, n: number) => {
  const { spots } = ESTATES.find(({ _id }) => _id === estateId)!
  return { spotId: spots[n % spots.length]!.id }
}

export type Acts = ReturnType<typeof residentActs> & ReturnType<typeof staffActs>
export const actsOf = (phones: Phones, town: Pick<Town, 'managers' | 'officers' | 'past'>): Acts => ({ ...residentActs(phones, town), ...staffActs(phones, town) })

const open = ({ read }: Phones, openid: string) => read(openid, 'whoAmI', ['whoAmI', {}])
const look = async ({ read }: Phones, openid: string, chosen: Pick<CaseSummary, 'id'> | undefined) => (chosen ? read(openid, 'case', ['readCase', { caseId: chosen.id }]) : null)
const oneOf = <T>(items: readonly T[] | undefined, n: number): T | undefined => (items && items.length > 0 ? items[n % items.length] : undefined)

function problemOf(n: number, who: Person, codes: readonly string[]) {
  const isHot = mixed(n, 100, 40) < HOT.share
  const which = isHot ? mixed(n, HOT.problems, 41) : HOT.problems + mixed(n, 500, 42)
  const isUnsure = !isHot && mixed(n, 100, 43) < UNSURE
  return { estateId: who.estateId, categoryCode: isUnsure ? null : codes[mixed(which, codes.length, 44)]!, place: spotOf(who, mixed(which, 1_000, 45)) }
}

/** 居民. `n` makes each of them another one. */
function residentActs(phones: Phones, { past: { edition } }: Pick<Town, 'past'>) {
  const { read, send, photo, mark } = phones
  const codes = edition.categories.map(({ code }) => code)

  /** 首页, opened cold. */
  const home = async ({ openid, estateId }: Person) => {
    await open(phones, openid)
    return read(openid, 'home, resident', ['listCases', { scope: 'mine' }], ['readSurveys', {}], ['readMyReports', {}], ['readEstateNews', { estateId }], ['readStandings', {}])
  }
  const neighbours = async ({ openid }: Person) => (await read(openid, 'list, neighbours', ['listCases', { scope: 'neighbours' }]))?.cases

  const report = async (n: number, who: Person) => {
    const { openid } = who
    await (mixed(n, 100, 49) < LOOK_BEFORE ? home(who) : open(phones, openid))
    const problem = problemOf(n, who, codes)
    await read(openid, 'same problems', ['findSameProblems', problem])
    const [photos, words] = [mixed(n, 100, 46) < WITH_PHOTO ? await photo(openid) : [], mark()]
    const sent = await send(openid, REPORT, 'reportCase', { key: keyOf(n), ...problem, text: `雨后积水，走不过去${words}`, photos: [...photos] }, words, mixed(n, 100, 47) < TWICE ? 2 : 1)
    if (sent && mixed(n, 100, 50) < LOOK_AFTER) await look(phones, openid, { id: sent.caseId })
  }
  /** Nothing but the report, for the one moment when very many send. */
  const reportAtOnce = async (n: number, who: Person) => {
    const words = mark()
    await send(who.openid, AT_ONCE, 'reportCase', { key: keyOf(n), estateId: who.estateId, categoryCode: null, place: spotOf(who, n), text: `雷雨时掉下来的${words}`, photos: [] }, words)
  }
  const join = async (n: number, who: Person) => {
    await open(phones, who.openid)
    const others = (await neighbours(who))?.filter(({ mine, state }) => mine === null && state !== 'closed')
    const case_ = await look(phones, who.openid, oneOf(others, n))
    if (!case_?.allowed.includes('joinCase')) return report(n, who)
    const words = mark()
    await send(who.openid, 'joinCase', 'joinCase', { key: keyOf(n), caseId: case_.summary.id, text: `我家也是${words}`, photos: [] }, words)
  }
  const remark = async (n: number, who: Person) => {
    const mine = await home(who)
    const case_ = await look(phones, who.openid, mine?.cases.find(({ state }) => state !== 'closed'))
    if (!case_?.allowed.includes('addRemark')) return report(n, who)
    const words = mark()
    await send(who.openid, 'addRemark', 'addRemark', { key: keyOf(n), caseId: case_.summary.id, text: `水又涨了${words}`, photos: [] }, words)
  }
  /** Looks around and says nothing. */
  const visit = async (n: number, who: Person) => {
    await home(who)
    await look(phones, who.openid, oneOf(await neighbours(who), n))
    await read(who.openid, 'standings', ['readStandings', {}], ['whoAmI', {}])
    await read(who.openid, 'inbox', ['listNotices', {}], ['whoAmI', {}])
  }
  return { report, reportAtOnce, join, remark, visit }
}

function staffActs(phones: Phones, { managers, officers, past: { edition } }: Pick<Town, 'managers' | 'officers' | 'past'>) {
  const { read, send, photo, mark } = phones

  /** 物业: of several in one estate each takes another case, the most urgent first. `rank`: which of the list is taken, -1 the last. */
  const manage = async (n: number, answers: boolean, rank = Math.floor((n % managers.length) / ESTATES.length)) => {
    const { openid } = managers[n % managers.length]!
    await open(phones, openid)
    const list = await read(openid, 'home, manager', ['listCases', { scope: 'estate' }], ['readQuotas', {}], ['readRulebook', {}])
    const case_ = await look(phones, openid, rank < 0 ? list?.cases.at(rank) : oneOf(list?.cases, rank))
    if (answers && case_?.allowed.includes('answerCase')) {
      const [photos, words] = [await photo(openid), mark()]
      await send(openid, 'answerCase', 'answerCase', { caseId: case_.summary.id, text: `积水已排干${words}`, photos: [...photos] }, words)
    }
    await read(openid, 'list, manager, handled', ['listCases', { scope: 'estate', open: false }])
  }
  /** 考核办: they have shared out what waits, and each takes the own part, dangers first as the list has it. */
  const file = async (which: number, howMany: number, among = officers.length) => {
    const openid = officers[which]!
    await read(openid, 'home, office', ['readDesk', {}], ['readSurveys', {}], ['readSurveys', { year: 2025 }])
    const list = await read(openid, 'list, desk', ['listCases', { scope: 'desk', waiting: 'toFile' }])
    const own = list?.cases.filter(({ id }) => shareOf(id, among) === which).slice(0, howMany) ?? []
    for (const { id, categoryCode } of own) {
      const case_ = await look(phones, openid, { id })
      if (case_?.allowed.includes('fileCase')) await send(openid, 'fileCase', 'fileCase', { caseId: id, categoryCode: categoryCode ?? edition.categories[which]!.code, dispatch: true }, id)
    }
  }
  const verify = async (which: number) => {
    const openid = officers[which]!
    const list = await read(openid, 'list, desk', ['listCases', { scope: 'desk', waiting: 'toVerify' }])
    const case_ = await look(phones, openid, list?.cases.find(({ state }) => state === 'answered'))
    if (!case_?.allowed.includes('verifyCase')) return
    const words = mark()
    await send(openid, 'verifyCase', 'verifyCase', { caseId: case_.summary.id, matches: true, method: 'photos', text: `照片与现场相符${words}`, close: true }, words)
  }
  return { manage, file, verify }
}
