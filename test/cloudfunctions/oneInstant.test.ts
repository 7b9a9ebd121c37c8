import type { Query } from '../../local-cloud/engine/queries'
import type { CollectionName } from '../../store/collections'
import { asksOf, tooMuch, type ReadAction } from '../support/lookedAt'
import { largeTown } from '../support/largeTown/largeTown'
import { AUDITOR, MANAGER, OFFICE, RESIDENT } from '../support/stories'

/** What the lists of the town are ordered by. */
const ORDERS: Partial<Record<CollectionName, readonly string[]>> = { cases: ['createdAt', 'dueAt'], reports: ['at'], notices: ['createdAt'], unmaskings: ['at'], householdActs: ['at'], photoChecks: ['at'] }
const LISTS: Partial<Record<ReadAction, readonly string[]>> = {
  listCases: [OFFICE, MANAGER, RESIDENT], listEstateCases: [RESIDENT], listNotices: [MANAGER], listHouseholdActs: [AUDITOR], listUnmaskings: [AUDITOR], listPhotosToDecide: [OFFICE], exportMyData: [MANAGER],
}
/** Pages of one list; beside it stand its cursor and counts, and links that change. */
type Answer = { readonly ok: boolean; readonly code?: string; readonly value?: Readonly<Record<string, unknown>> & { readonly nextCursor: unknown } }
const linesOf = ({ cases, notices, acts, unmaskings, photos }: Readonly<Record<string, unknown>>): readonly object[] => [cases, notices, acts, unmaskings, photos].flatMap((list) => (list as readonly object[] | undefined) ?? [])
const nameOf = (line: object): string => ('id' in line ? String(line.id) : JSON.stringify({ ...line, before: null, after: null, at: null, createdAt: null }))

describe('in a town where everything came at one instant', () => {
  const heard: Query[] = []
  let large: Awaited<ReturnType<typeof largeTown>>
  beforeAll(async () => void (large = await largeTown(2_000, (query) => heard.push(query))))
  afterAll(() => large.town.close())

  async function read(openid: string, action: ReadAction, request: object): Promise<readonly string[]> {
    const names: string[] = []
    for (let cursor: unknown; cursor !== null; ) {
      const { ok, code, value } = (await large.town.raw(openid, { action, request: { ...request, ...(cursor !== undefined && { cursor }) } })) as Answer
      if (!ok && (code === 'INTERNAL' || code === 'BAD_REQUEST')) throw new Error(`${action} ${JSON.stringify(request)}: ${code}`)
      names.push(...linesOf(value ?? {}).map(nameOf))
      cursor = value?.nextCursor ?? null
    }
    return names.sort()
  }
  const readAll = async () => {
    const lists: Record<string, readonly string[]> = {}
    for (const [action, viewers] of Object.entries(LISTS) as [ReadAction, readonly string[]][])
      for (const request of asksOf(large)[action]) for (const openid of viewers) lists[`${action} ${JSON.stringify(request)} ${openid}`] = await read(openid, action, request)
    return lists
  }

  test('every list is read to its end, each line once, and no query looks at more than three times what it gives and fifty', async () => {
    const before = await readAll()
    const { engine } = large.town
    for (const [collection, fields] of Object.entries(ORDERS))
      for (const field of fields) engine.update(collection, { filter: { [field]: { $ne: null } }, operations: { $set: { [field]: large.town.now() } }, multi: true })
    heard.length = 0
    const after = await readAll()
    expect(tooMuch(heard)).toEqual([])
    expect(after).toEqual(before)
    expect(Object.values(after).filter((names) => names.length > 1_000).length).toBeGreaterThan(2)
  })
})
