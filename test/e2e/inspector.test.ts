import type { Browser, Page } from 'playwright-core'
import { functionsDirectory, quietCloud, removeTemporaryDirectories } from '../local-cloud/support'
import type { Cloud } from '../../local-cloud/start'
import { picture } from '../../scripts/play/picture'
import { launchBrowser } from './support'

const PEOPLE = [{ openid: 'oWang', name: '王阿姨', role: '居民', note: '三村' }, { openid: 'oLi', name: '李经理', role: '物业' }]
const EVIL = '<img src=x onerror="document.title=1">'
const SECTIONS = ['data', 'data/cases', 'data/cases/c1', 'logs', 'logs/lines', 'messages', 'files', 'timers', 'clock', 'people', 'faults']

let cloud: Cloud
let browser: Browser
let page: Page
const errors: string[] = []

async function openPage(from: Browser, url: string, viewport = { width: 1200, height: 800 }): Promise<Page> {
  const context = await from.newContext({ viewport, locale: 'zh-CN', reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'] })
  const opened = await context.newPage()
  opened.setDefaultTimeout(30_000)
  opened.on('pageerror', (error) => errors.push(error.message))
  // A refused query is a 400, which the console also notes.
  opened.on('console', (message) => message.type() === 'error' && !message.text().includes('400 (Bad Request)') && errors.push(message.text()))
  await opened.goto(`${url}/_cloud`)
  return opened
}
/** Leads to a section and waits until it is drawn: what is typed into the page before it would be gone. */
async function go(hash: string, on = page): Promise<void> {
  await on.evaluate((to) => new Promise<void>((turned) => {
    if (location.hash === to) return turned()
    addEventListener('hashchange', () => turned(), { once: true })
    location.hash = to
  }), `#/${hash}`)
  await on.locator('main:not([aria-busy])').waitFor()
}
const see = async (words: string | RegExp) => void (await page.locator('main').getByText(words).first().waitFor())
const press = async (name: string | RegExp) => void (await page.locator('main').getByRole('button', { name }).first().click())

beforeAll(async () => {
  const functionsDir = functionsDirectory({
    say: { code: 'exports.main = async ({ words, times = 1 }) => { for (let i = 0; i < times; i++) console.log(`${words} ${i}`); return process.env.WX_OPENID }' },
    beat: { code: 'exports.main = async () => "beaten"', config: { triggers: [{ name: 'every', type: 'timer', config: '0 * * * * * *' }] } },
    send: { code: `const cloud = require(${JSON.stringify(require.resolve('wx-server-sdk'))}); cloud.init(); exports.main = (event) => cloud.openapi.subscribeMessage.send(event)`, config: { permissions: { openapi: ['subscribeMessage.send'] } } },
  })
  cloud = await quietCloud({ functionsDir, people: PEOPLE, messageTemplates: { T: { title: '进度通知', fields: { thing1: '事项' } } } })
  cloud.engine.createCollection('cases')
  cloud.engine.insert('cases', Array.from({ length: 60 }, (_, n) => ({ _id: `c${n}`, n, state: n % 2 ? 'open' : 'closed', dueAt: Date.parse('2026-11-24T02:20:00Z'), text: EVIL })))
  cloud.acceptMessages('oWang', 'T', 2)
  await cloud.invoke('send', { touser: 'oWang', templateId: 'T', page: 'pages/case', data: { thing1: { value: '路灯亮了' } } })
  browser = await launchBrowser()
  page = await openPage(browser, cloud.url)
  await fetch(`${cloud.url}/client/upload?path=photos/1.png`, { method: 'POST', body: new Uint8Array(picture({ seed: 1, isTidy: true })) })
})
afterAll(async () => {
  await browser.close()
  await cloud.close()
  removeTemporaryDirectories()
})
afterEach(() => expect(errors.splice(0)).toEqual([]))

test('from the collections to one document, whose words stay words', async () => {
  await page.getByRole('link', { name: /^cases/ }).click()
  await see('第 1–50 条')
  await press('下一页')
  await see('第 51–60 条')
  await page.getByRole('link', { name: 'c59', exact: true }).click()
  await page.getByRole('heading', { name: 'c59' }).waitFor()
  await see('2026年11月24日周二 10:20:00')
  expect(await page.locator('pre.json').textContent()).toContain(JSON.stringify(EVIL))
  expect(await page.locator('main img').count()).toBe(0)
  await press('复制 JSON')
  await page.getByText('已复制').waitFor()
  expect(JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))).toMatchObject({ _id: 'c59', text: EVIL })
  await page.getByRole('link', { name: '← cases' }).click()
  await see('第 51–60 条')
})

test('a query typed in is run, explained, or refused beside its words', async () => {
  await go('data/cases')
  const filter = page.getByLabel('条件')
  await filter.fill('{"n":{"$lt":3}}')
  await page.getByLabel('排序').fill('n')
  await page.getByLabel('次序').selectOption('desc')
  await filter.press('Enter')
  await see('看了 60 条，得到 3 条')
  await see('全表扫描')
  expect(await page.locator('tbody tr td:first-child').allTextContents()).toEqual(['c2', 'c1', 'c0'])
  await filter.fill('{"n":{"$foo":1}}')
  await filter.press('Enter')
  expect(await page.getByRole('alert').filter({ hasText: '$foo' }).textContent()).toContain('$foo')
  expect(await filter.inputValue()).toBe('{"n":{"$foo":1}}')
  await press('清除')
  await see('第 1–50 条')
})

test('logs come by themselves, but not under the eyes of a reader', async () => {
  await go('logs/lines')
  await page.getByLabel('含有文字').waitFor()
  await cloud.invoke('say', { words: '第一批', times: 80 })
  await see('第一批 79')
  await page.evaluate(() => window.scrollTo(0, 900))
  await cloud.invoke('say', { words: '第二批' })
  const offer = page.getByRole('button', { name: '有新的内容' })
  await offer.waitFor({ state: 'attached' })
  expect(await page.getByText('第二批 0').count()).toBe(0)
  await page.evaluate(() => window.scrollTo(0, 0))
  await offer.click()
  await see('第二批 0')
  await page.getByLabel('含有文字').fill('第二批')
  await page.getByLabel('含有文字').press('Enter')
  await page.waitForFunction(() => document.querySelectorAll('.lines li').length === 1)
  await page.getByLabel('函数').selectOption('say')
  await see('第二批 0')
  await page.getByRole('link', { name: '每次调用' }).click()
  await page.locator('tbody a').first().click()
  await see('第二批 0')
  await press('暂停刷新')
  await cloud.invoke('say', { words: '没人看' })
  await go('logs/lines')
  await see('没人看 0')
  await press('暂停刷新')
})

test('a message looks as on the phone, and the rest of the accepts are told', async () => {
  await go('messages')
  for (const words of ['进度通知', '事项', '路灯亮了', '点开到 pages/case', '1 条']) await see(words)
  await page.getByLabel('谁的手机').selectOption('oLi')
  await see('还没有消息')
})

test('a picture in the store is seen', async () => {
  await go('files')
  await see('photos/1.png')
  await page.waitForFunction(() => document.querySelector<HTMLImageElement>('main img')?.naturalWidth === 480)
})

test('a timer is fired by hand', async () => {
  await go('timers')
  await page.getByRole('button', { name: '立即触发 beat' }).click()
  await page.getByText('beat 运行完毕："beaten"').waitFor()
  await see('成功')
  await press(/^送两次/)
  await page.getByRole('button', { name: /^送两次/, pressed: true }).waitFor()
  await press(/^送一次/)
  await page.getByRole('button', { name: /^送一次/, pressed: true }).waitFor()
})

test('the clock is moved, stopped and brought back', async () => {
  await go('clock')
  const before = cloud.clock.now()
  await press('+1 天')
  await see(/^比真实时间快/)
  expect(cloud.clock.now() - before).toBeGreaterThanOrEqual(24 * 3600_000)
  await press(/^让时钟停/)
  await see(/^时钟停着/)
  expect(cloud.clock.reading()).toHaveProperty('frozenAt')
  await press(/^回到现在/)
  await see('和真实时间一样。')
})

test('one becomes another person, and the app with one', async () => {
  await go('people')
  await press(/^李经理/)
  await page.getByRole('button', { name: /^李经理 · 现在是我/, pressed: true }).waitFor()
  const called = await page.evaluate(async () => (await fetch('/client/call', { method: 'POST', body: '{"name":"say"}' })).json() as Promise<{ result: string }>)
  expect(called.result).toBe('oLi')
  await page.getByLabel(/^openid/).fill('not an openid')
  await press('成为这个人')
  await page.getByRole('alert').filter({ hasText: 'openid' }).waitFor()
})

test('a fault is put in, seen to strike, and cleared', async () => {
  await go('faults')
  await press(/^下一次上传失败/)
  await see('还会发生 1 次')
  expect((await fetch(`${cloud.url}/client/upload?path=photos/2.png`, { method: 'POST', body: 'x' })).status).toBe(400)
  await see('已用完')
  await press('全部清除')
  await see('没有故障')
  await page.getByLabel(/^故障（JSON）/).fill('{"do":{"explode":1}}')
  await press('装上')
  await page.getByRole('alert').filter({ hasText: 'do' }).waitFor()
})

test('every control has a name, every section a heading, and all of it is reached by keyboard', async () => {
  for (const section of SECTIONS) {
    await go(section)
    await page.locator('main h1').waitFor()
    const nameless = await page.evaluate(() => [...document.querySelectorAll('a, button, input, select, textarea')].filter((element) => !(element.textContent?.trim() || element.getAttribute('aria-label') || (element as HTMLInputElement).labels?.length)).map((element) => element.outerHTML))
    expect([section, nameless]).toEqual([section, []])
  }
  await page.goto(`${cloud.url}/_cloud`)
  await page.locator('main h1').waitFor()
  const focused = () => page.evaluate(() => document.activeElement?.textContent)
  for (let presses = 0; presses < 10 && (await focused()) !== '日志'; presses += 1) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '日志', level: 1 }).waitFor()
})

test.each([[16], [28]])('a phone shows it all without scrolling sideways (text of %i px)', async (size) => {
  const own = await launchBrowser(`--blink-settings=defaultFontSize=${size}`)
  const phone = await openPage(own, cloud.url, { width: 390, height: 844 })
  for (const section of SECTIONS) {
    await go(section, phone)
    await phone.locator('main h1').waitFor()
    expect([section, await phone.evaluate(() => document.documentElement.scrollWidth)]).toEqual([section, 390])
  }
  await own.close()
})

test('a cloud without functions, people and data says what to do', async () => {
  const bare = await quietCloud({ functionsDir: '/none' })
  const alone = await openPage(browser, bare.url)
  await alone.getByText(bare.adminUrl).waitFor()
  for (const [section, words] of [['data', '还没有集合'], ['logs', '还没有云函数运行过'], ['messages', '还没有消息'], ['files', '还没有文件'], ['timers', '没有定时器'], ['people', '没有人物名单'], ['faults', '没有故障']] as const) {
    await go(section, alone)
    await alone.locator('main').getByText(words).waitFor()
  }
  await alone.close()
  await bare.close()
})
