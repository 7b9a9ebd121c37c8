import { instantOf } from '../../domain/time/beijing'
import { playStory } from '../../scripts/demo/story'
import { playerOn } from '../../scripts/play/player'
import { looksOf } from './looks'
import { addressOf, caseIn, STOPS, type Deed } from './stops'
import { openPhone, startDemo, type Demo, type Phone } from './support'

type AppConfig = { readonly pages: readonly string[]; readonly subpackages: readonly { readonly root: string; readonly pages: readonly string[] }[] }
/** As Taro reads it while it builds: there the word is known without an import. */
function appConfig(): AppConfig {
  Object.assign(globalThis, { defineAppConfig: (config: AppConfig) => config })
  return jest.requireActual<{ default: AppConfig }>('../../src/app.config').default
}

const MORNING = instantOf('2026-11-24', '10:20')

describe('every page is for everyone', () => {
  let demo: Demo
  const phones = new Map<string, Phone>()
  const phoneOf = async (openid: string): Promise<Phone> => {
    const phone = phones.get(openid) ?? (await openPhone(demo, openid, { isAsked: openid === 'newcomer-1' }))
    phones.set(openid, phone)
    return phone
  }
  const does = async ({ page }: Phone, deed: Deed) => {
    if (typeof deed === 'object' && 'write' in deed) return page.getByRole('textbox', { name: deed.write }).locator('visible=true').first().fill(deed.words)
    const [first, ...others] = (['button', 'radio', 'checkbox', 'tab'] as const).map((role) => page.getByRole(role, { name: deed, exact: true }))
    await others.reduce((any, one) => any.or(one), first!).locator('visible=true').first().click()
  }

  beforeAll(async () => {
    demo = await startDemo(MORNING, '2026-11')
    await playStory(demo.cloud, MORNING)
    const caseId = caseIn(demo, 'dispatched', 'resident-jinxiu-1')
    const player = playerOn(demo.cloud)
    const [reporter] = (await player.call('office-1', 'readCase', { caseId })).reporters ?? []
    await player.call('office-1', 'unmaskReporter', { key: 'accessibility-unmask', caseId, reportId: reporter!.reportId, reason: '核实报告的地点' })
  })
  afterAll(async () => {
    await demo?.close()
  })

  test('no page of the app is left out', () => {
    const { pages, subpackages } = appConfig()
    const all = [...pages, ...subpackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))]
    const seen = new Set(STOPS.map(({ page }) => page.split('?')[0]))
    expect(all.filter((page) => !seen.has(page))).toEqual([])
  })

  test.each(STOPS)('$openid on $page', async (stop) => {
    const phone = await phoneOf(stop.openid)
    await phone.go(await addressOf(demo, stop))
    await phone.settled()
    const wrong = await looksOf(phone.page)
    for (const deed of stop.deeds ?? []) {
      await does(phone, deed)
      await phone.settled()
      const said = typeof deed === 'object' && 'write' in deed ? deed.words : String(deed)
      wrong.push(...(await looksOf(phone.page)).map((line) => `after ${said}: ${line}`))
    }
    expect(wrong).toEqual([])
    expect(await phone.page.locator('.failed').locator('visible=true').count()).toBe(0)
  })
})
