import { createHash } from 'node:crypto'
import { beat } from '../../cloudfunctions/clock/beat'
import type { Platform as ClockPlatform } from '../../cloudfunctions/clock/job'
import type { Services } from '../../cloudfunctions/api/context'
import type { PhoneOf } from '../../cloudfunctions/api/phoneNumber'
import { takeVerdict } from '../../cloudfunctions/api/photos/takeVerdict'
import { route } from '../../cloudfunctions/api/route'
import { readMobile } from '../../domain/household/phone'
import { instantOf } from '../../domain/time/beijing'
import type { Engine } from '../../local-cloud/engine/openEngine'
import type { OnQuery } from '../../local-cloud/engine/queries'
import { demoKeyedHash } from '../../scripts/demo/hashes'
import { TOWN_ID, personId, townSeed } from '../../scripts/demo/town'
import { COLLECTION_NAMES, type CollectionName, type Collections } from '../../store/collections'
import { ledgerReader } from '../../store/ledger'
import { rulesLoader } from '../../store/rules'
import { openStore, type Store } from '../../store/store'
import { surveyReader } from '../../store/surveys'
import type { ActionName, Actions } from '../../types/api'
import type { Envelope, RefusalCode } from '../../types/api/refusal'
import type { TemplateKey } from '../../types/codes'
import { readMediaVerdict } from '../../types/push/mediaVerdict'
import { openEngineDatabase, type Life } from './engineDatabase'
import { openStorage, type Storage } from './storage'

export { personId, TOWN_ID }
/** `at('2026-11-02 09:00')`: Beijing wall clock. 2026-11-02 is a Monday, and the month has no holiday. */
export const at = (text: string): number => instantOf(text.slice(0, 10), text.slice(11))
export const MONDAY = at('2026-11-02 09:00')

/** Photos that were taken: whoever sends one has uploaded it before. Any other file id is no photo. */
export const photo = (name: string): string => `cloud://photos/${name}.jpg`
/** What opens a file in which this picture stands, wherever it is. */
export const linkOf = (fileId: string): string => fileId.replace('cloud://', 'https://files.test/')
export const UNFIT = '不当言论'
export const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

export type PhotoGiven = { readonly openid: string; readonly fileId: string; readonly traceId: string }
export type Message = { readonly openid: string; readonly template: TemplateKey; readonly page: string; readonly words: string }
export type Town = {
  readonly engine: Engine
  readonly store: Store
  readonly life: Life
  readonly now: () => number
  readonly goTo: (instant: number | string) => void
  readonly call: <Name extends ActionName>(openid: string | null, action: Name, request: Actions[Name]['request']) => Promise<Envelope<Actions[Name]['reply']>>
  /** The reply; a refusal is an error of the test. */
  readonly ok: <Name extends ActionName>(openid: string, action: Name, request: Actions[Name]['request']) => Promise<Actions[Name]['reply']>
  /** The code of the refusal, or 'ok'. */
  readonly code: <Name extends ActionName>(openid: string, action: Name, request: Actions[Name]['request']) => Promise<RefusalCode | 'ok'>
  /** What a phone might send that no compiler has seen. */
  readonly raw: (openid: string | null, event: unknown) => Promise<Envelope<unknown>>
  readonly beat: () => ReturnType<typeof beat>
  /** How many milliseconds a beat still has, whenever it asks; null: as many as it wants. */
  readonly onTime: (left: (() => number) | null) => void
  readonly sent: Message[]
  /** What sending does instead; null: it works. */
  readonly onSend: (work: ((openid: string) => Promise<void>) | null) => void
  /** What the text check does instead. */
  readonly onText: (work: (openid: string, text: string) => Promise<boolean>) => void
  readonly all: <Name extends CollectionName>(name: Name) => Collections[Name][]
  readonly one: <Name extends CollectionName>(name: Name, id: string) => Collections[Name]
  readonly storage: Storage
  /** Pictures that were given to WeChat to be checked, in order. */
  readonly checked: readonly PhotoGiven[]
  /** What giving a photo to WeChat does instead; null: it is taken. */
  readonly onCheck: (work: ((openid: string, fileId: string) => Promise<string>) | null) => void
  /** WeChat's risk rank of somebody; null: not to be had. */
  readonly onRank: (work: (openid: string) => number | null) => void
  /** What WeChat pushes to the function; what it hears. */
  readonly push: (event: unknown) => Promise<unknown>
  /** The whole database, a line for each document, to be compared, but for what the clock is to clear anyway. What is heavy and never changes stands as its hash. */
  readonly dump: () => string
  readonly close: () => void
}
type Seed = { readonly [Name in keyof Collections]?: readonly Collections[Name][] }
export type TownOptions = { readonly seed?: Seed; readonly now?: number; readonly onQuery?: OnQuery; readonly open?: typeof openEngineDatabase }

const ALL = 100_000
const forever = (): number => 60_000
const HEAVY: readonly CollectionName[] = ['editions', 'calendars', 'estates', 'people']

/** WeChat's phone button: `phone-<number>` stands for what it hands out, and is good once; the press number, if any, follows. */
function phoneButton(): PhoneOf {
  const used = new Set<string>()
  return async (code) => {
    const isUsed = used.has(code)
    used.add(code)
    return isUsed ? null : readMobile(/^phone-(\d+)/.exec(code)?.[1] ?? '')
  }
}

/** The demo town with both functions in one process, on a frozen clock. */
export function openTown({ seed = townSeed('2026-01'), now: start = MONDAY, onQuery, open = openEngineDatabase }: TownOptions = {}): Town {
  const { engine, database, life, around } = open(COLLECTION_NAMES, onQuery)
  const storage = openStorage(around)
  for (const [name, documents] of Object.entries(seed)) engine.insert(name, JSON.parse(JSON.stringify(documents)) as Record<string, unknown>[])
  const store = openStore(database)
  let now = start
  let send: (openid: string) => Promise<void> = async () => undefined
  let isTextFit = async (_: string, text: string) => !text.includes(UNFIT)
  const sent: Message[] = []
  const checked: PhotoGiven[] = []
  const takePhoto = async (_: string, fileId: string) => `trace-${hash(fileId).slice(0, 16)}`
  let givePhoto: (openid: string, fileId: string) => Promise<string> = takePhoto
  let rankOf = (_: string): number | null => 0
  const services: Services = {
    store, hash, keyedHash: demoKeyedHash, loadRules: rulesLoader(store), isTextFit: (openid, text) => isTextFit(openid, text), phoneOf: phoneButton(),
    surveyOf: surveyReader(store), entriesOf: ledgerReader(), riskOf: async (openid) => rankOf(openid), slipLink: '',
    files: storage.files,
  }
  let [beats, timeLeft] = [0, forever]
  const clockServices: Omit<ClockPlatform, 'now' | 'beatId' | 'timeLeft'> = {
    store, hash, loadRules: rulesLoader(store),
    send: async (openid, template, page, data) => {
      await send(openid)
      sent.push({ openid, template, page, words: Object.values(data).map(({ value }) => value).join('|') })
    },
    checkPhoto: async (openid, fileId) => {
      const traceId = await givePhoto(openid, storage.pictureIn(fileId) ?? fileId)
      checked.push({ openid, fileId: storage.pictureIn(fileId) ?? fileId, traceId })
      return traceId
    },
    removeFiles: storage.files.remove, writeFile: storage.files.write,
  }
  const raw: Town['raw'] = (openid, event) => route({ event: openid === null ? event : storage.uploadedBy(personId(openid), now, event), openid, now, errorId: 'e-test' }, services)
  const call: Town['call'] = (openid, action, request) => raw(openid, { action, request }) as ReturnType<Town['call']> as never
  const ordered = (name: CollectionName) => engine.find(name, { sort: [['_id', 1]], limit: ALL })
  return {
    engine, store, life, sent, checked, storage, raw, call,
    now: () => now,
    goTo: (instant) => void (now = typeof instant === 'number' ? instant : at(instant)),
    ok: async (openid, action, request) => {
      const envelope = await call(openid, action, request)
      if (!envelope.ok) throw new Error(`${action}: ${envelope.code} ${envelope.words}`)
      return envelope.value
    },
    code: async (openid, action, request) => {
      const envelope = await call(openid, action, request)
      return envelope.ok ? 'ok' : envelope.code
    },
    beat: () => beat({ ...clockServices, now, beatId: `beat-${(beats += 1)}`, timeLeft: () => timeLeft() }),
    onTime: (left) => void (timeLeft = left ?? forever),
    onSend: (work) => void (send = work ?? (async () => undefined)),
    onText: (work) => void (isTextFit = work),
    onRank: (work) => void (rankOf = work),
    onCheck: (work) => void (givePhoto = work ?? takePhoto),
    push: async (event) => {
      const verdict = readMediaVerdict(event)
      return verdict ? takeVerdict(verdict, { ...services, now }) : raw(null, event)
    },
    all: (name) => ordered(name) as never,
    one: (name, id) => {
      const [found] = engine.find(name, { filter: { _id: id } })
      if (!found) throw new Error(`no ${name} ${id}`)
      return found as never
    },
    dump: () =>
      COLLECTION_NAMES.filter((name) => name !== 'looseFiles').flatMap((name) => ordered(name).map((document) => `${name} ${String(document._id)} ${HEAVY.includes(name) ? hash(JSON.stringify(document)).slice(0, 8) : JSON.stringify(document)}`)).join('\n'),
    close: () => engine.close(),
  }
}
