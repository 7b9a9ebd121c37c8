import type { ComponentType } from 'react'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render } from '@testing-library/react'
import Taro from '@tarojs/taro'
import CasesPage from '@/pages/cases'
import HomePage from '@/pages/home'
import InboxPage from '@/pages/inbox'
import StandingsPage from '@/pages/standings'
import { queryClient } from '@/services/queryClient'
import { fireOn, PageName } from '../doubles/taro'
import { closed, dispatched, MANAGER, OFFICE, RESIDENT, rest, submitted } from '../support/stories'
import { opened } from '../support/surveys'
import { openTown, type Town } from '../support/town'

/** What the pages cost the cloud: the real pages over the real actions, every function call and every database call counted. The figures of before stand in docs/benchmarks.md. */
const MINUTE_MS = 60_000
const TABS = { home: HomePage, cases: CasesPage, standings: StandingsPage, inbox: InboxPage } as const satisfies Record<string, ComponentType>
type Tab = keyof typeof TABS

// Timers are numbers in a browser; the engine of the local cloud lets go of Node's.
beforeAll(() => void Object.defineProperty(Number.prototype, 'unref', { value: () => undefined, configurable: true }))
afterAll(() => void Reflect.deleteProperty(Number.prototype, 'unref'))

let town: Town
/** The actions of each function call, in order. */
let functions: string[][]
beforeEach(async () => {
  town = openTown()
  await opened(town)
  await closed(town)
  await dispatched(town)
  await submitted(town)
  await rest(town)
  functions = []
  queryClient.clear()
  jest.useFakeTimers()
})
afterEach(() => {
  cleanup()
  jest.useRealTimers()
  town.close()
})

function phoneOf(openid: string) {
  jest.mocked(Taro.cloud.callFunction).mockImplementation((async ({ data }: { data: { action?: string; calls?: { action: string }[] } }) => {
    functions.push(data.calls?.map(({ action }) => action) ?? [data.action!])
    return { result: await town.raw(openid, data) }
  }) as never)
}
/** In steps: what an answer sets in motion is drawn at the end of one. */
async function pass(milliseconds: number) {
  const step = Math.max(50, milliseconds / 200)
  for (let passed = 0; passed < milliseconds; passed += step) await act(() => jest.advanceTimersByTimeAsync(step))
}
/** What happens while the work is done, and until the pages have come to rest. */
async function costOf(work: () => unknown, milliseconds = 3_000) {
  const [calls, before] = [town.life.calls(), functions.length]
  await act(async () => void (await work()))
  await pass(milliseconds)
  return { functions: functions.slice(before), database: town.life.calls() - calls }
}
const drawn = (tabs: readonly Tab[]) => (
  <QueryClientProvider client={queryClient}>
    {tabs.map((tab) => {
      const Page = TABS[tab]
      return <PageName.Provider key={tab} value={tab}><Page /></PageName.Provider>
    })}
  </QueryClientProvider>
)
const open = (tabs: readonly Tab[]) => render(drawn(tabs))
/** All four tabs were opened one after the other, and the first is back in front. */
async function allTabs() {
  const names = Object.keys(TABS) as Tab[]
  open(names)
  await pass(3_000)
  act(() => names.slice(1).forEach((name) => fireOn(name, 'didHide')))
  await pass(1_000)
}

const DESK_EVERY_MS = 5 * MINUTE_MS

describe('a home opened cold', () => {
  test.each([
    ['a resident', RESIDENT, [['whoAmI'], ['readSurveys', 'readMyReports', 'readEstateNews', 'readStandings', 'listCases'], ['readRulebook']], 30],
    ['a manager', MANAGER, [['whoAmI'], ['readRulebook', 'readQuotas', 'listCases']], 13],
    ['the office', OFFICE, [['whoAmI'], ['readDesk', 'readSurveys', 'readSurveys']], 22],
  ] as const)('takes %s three function calls at most, each with all that is asked for at that moment', async (_, openid, calls, database) => {
    phoneOf(openid)
    const cost = await costOf(() => open(['home']))
    expect(cost.functions.map((actions) => [...actions].sort())).toEqual(calls.map((actions) => [...actions].sort()))
    expect(cost.database).toBeLessThanOrEqual(database)
  })

  test('costs less than its parts: the person, the town and its estates are looked at once', async () => {
    const alone = async (action: 'readSurveys' | 'readEstateNews' | 'readStandings', request: object) => {
      const before = town.life.calls()
      await town.ok(RESIDENT, action, request)
      return town.life.calls() - before
    }
    const requests = [['readSurveys', {}], ['readEstateNews', { estateId: 'jinxiu' }], ['readStandings', { period: '2026-11' }]] as const
    // The end of the ledger is all that a warm function asks of it.
    await town.ok(RESIDENT, 'readStandings', {})
    let parts = 0
    for (const [action, request] of requests) parts += await alone(action, request)
    const before = town.life.calls()
    await town.raw(RESIDENT, { calls: requests.map(([action, request]) => ({ action, request })) })
    // The person and the town twice each, the estates twice.
    expect(parts - (town.life.calls() - before)).toBe(6)
  })
})

describe('coming back to a tab after a minute', () => {
  test.each([['a resident', RESIDENT, 24], ['a manager', MANAGER, 20], ['the office', OFFICE, 11]] as const)('reads of %s what that tab shows, and nothing of the three behind it', async (_, openid, halfOfBefore) => {
    phoneOf(openid)
    await allTabs()
    await pass(MINUTE_MS)
    const cost = await costOf(() => {
      fireOn('home', 'didHide')
      fireOn('inbox', 'didShow')
    })
    expect(cost.functions.map((actions) => [...actions].sort())).toEqual([['listNotices', 'whoAmI']])
    expect(cost.database).toBeLessThanOrEqual(halfOfBefore)
  })

  test('a tab that was left behind is read again when it is in front, also what was sent meanwhile', async () => {
    phoneOf(RESIDENT)
    await allTabs()
    await costOf(() => queryClient.invalidateQueries({ queryKey: ['listNotices'] }))
    expect(functions.flat().filter((action) => action === 'listNotices')).toHaveLength(1)
    const { functions: back } = await costOf(() => {
      fireOn('home', 'didHide')
      fireOn('inbox', 'didShow')
    })
    expect(back).toEqual([['listNotices']])
  })

  test('what is drawn for the first time while its tab is behind waits until it is seen', async () => {
    phoneOf(RESIDENT)
    open(['inbox'])
    // Left before the first answer has come.
    act(() => fireOn('inbox', 'didHide'))
    await pass(3_000)
    expect(functions).toEqual([['whoAmI']])
    const { functions: back } = await costOf(() => fireOn('inbox', 'didShow'))
    expect(back.flat()).toContain('listNotices')
  })

  test('a list that was read far down stays so on the tab behind, while another list is opened in front', async () => {
    phoneOf(RESIDENT)
    const tabs = open(['cases'])
    await pass(3_000)
    const [list] = queryClient.getQueryCache().findAll({ predicate: ({ queryKey }) => queryKey[0] === 'listCases' })
    const read = () => (list!.state.data as { pages: unknown[] }).pages.length
    act(() => void queryClient.setQueryData(list!.queryKey, { pages: Array(3).fill({ cases: [], nextCursor: null }), pageParams: [undefined, 'c20', 'c40'] }))
    act(() => fireOn('cases', 'didHide'))
    tabs.rerender(drawn(['cases', 'inbox']))
    await pass(3_000)
    expect([functions.flat().includes('listNotices'), read()]).toEqual([true, 3])
  })

  test('neither the network that comes back nor the app that is shown again asks for the tabs behind', async () => {
    phoneOf(OFFICE)
    await allTabs()
    await pass(MINUTE_MS)
    const [changed] = jest.mocked(Taro.onNetworkStatusChange).mock.calls.at(-1)!
    const cost = await costOf(() => {
      changed({ isConnected: false, networkType: 'none' })
      changed({ isConnected: true, networkType: '4g' })
    })
    expect([...new Set(cost.functions.flat())].sort()).toEqual(['readDesk', 'readSurveys', 'whoAmI'])
  })
})

describe('the desk of the office', () => {
  test('is read every five minutes, with the surveys in the same call, and only while it is in front', async () => {
    phoneOf(OFFICE)
    open(['home'])
    await pass(3_000)
    const cost = await costOf(() => undefined, 4 * DESK_EVERY_MS + 2 * MINUTE_MS)
    expect(cost.functions).toEqual(Array(4).fill(['readDesk', 'readSurveys', 'readSurveys']))
    // 33 a minute before.
    expect(cost.database / 22).toBeLessThanOrEqual(4)
    const behind = await costOf(() => fireOn('home', 'didHide'), 4 * DESK_EVERY_MS)
    expect(behind).toEqual({ functions: [], database: 0 })
  })
})

test.each([
  ['what is left of the messages', MANAGER, 'readQuotas', 3],
  ['the desk', OFFICE, 'readDesk', 10],
] as const)('%s costs few database calls', async (_, openid, action, database) => {
  const before = town.life.calls()
  await town.ok(openid, action, {})
  expect(town.life.calls() - before).toBe(database)
})
