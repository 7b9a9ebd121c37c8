import { DAY_MS, instantOf } from '../../domain/time/beijing'
import { playStory } from '../../scripts/demo/story'
import { addressOf, STOPS, type Stop } from './stops'
import { openPhone, startDemo, type Demo } from './support'

const MORNING = instantOf('2026-11-24', '10:20')
/** Where what is asked or read goes by the month, the year or a day. */
const DATED = /^(survey\/pages\/(list|door|paper)|resident\/pages\/estate|inspector|office\/pages\/(rewards|surveys\/index$|desk\/index$|decide\/index\?id=CASE:submitted)|manager|pages\/report)/
const PEOPLE = ['resident-jinxiu-1', 'manager-jinxiu', 'inspector-town', 'office-1']
const COLD: readonly Pick<Stop, 'openid' | 'page'>[] = [
  ...PEOPLE.map((openid) => ({ openid, page: 'pages/home/index' })),
  ...['pages/standings/index', 'pages/rewards/index', 'pages/score/index?estateId=yangguang', 'pages/inbox/index'].map((page) => ({ openid: 'resident-jinxiu-1', page })),
  ...STOPS.filter(({ openid, page }) => PEOPLE.includes(openid) && DATED.test(page)),
]
/** Into another month and another year; and long ago. */
const WRONG = [MORNING + 92 * DAY_MS, Date.UTC(2019, 1, 3)]

const SETTLED_MS = 500

/** What a page asked of the cloud when it was opened cold, and what then stood on it. */
async function opened(demo: Demo, openid: string, address: string, clock: number) {
  const phone = await openPhone(demo, openid, { clock })
  // What travels together is a matter of the moment: each call by itself, and once.
  const asked = new Set<string>()
  phone.page.on('request', (request) => {
    if (!request.url().endsWith('/client/call')) return
    const { data } = request.postDataJSON() as { data: { calls?: readonly unknown[] } }
    for (const call of data.calls ?? [data]) asked.add(JSON.stringify(call))
  })
  await phone.go(address)
  await phone.settled()
  const page = phone.page.locator('.page').locator('visible=true').first()
  let words = ''
  // Between two answers nothing is on its way: a page is read when it says the same twice.
  for (let next = await page.innerText(); next !== words; next = await page.innerText()) {
    words = next
    await phone.page.waitForTimeout(SETTLED_MS)
    await phone.settled()
  }
  await phone.context.close()
  return { asked: [...asked].sort(), words, errors: phone.errors }
}

describe('what a phone takes for the date is nothing to go by', () => {
  let demo: Demo
  beforeAll(async () => {
    demo = await startDemo(MORNING, '2026-11')
    await playStory(demo.cloud, MORNING)
    demo.cloud.clock.freezeAt(MORNING)
  })
  afterAll(async () => {
    await demo?.close()
  })

  test.each(COLD.map((stop, index) => ({ ...stop, clock: WRONG[index % WRONG.length]! })))('$openid on $page asks and reads the same on a phone whose clock is wrong', async ({ openid, page, clock }) => {
    const address = await addressOf(demo, { openid, page })
    const right = await opened(demo, openid, address, MORNING)
    expect(right.errors).toEqual([])
    expect(await opened(demo, openid, address, clock)).toEqual(right)
  })
})
