import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page, type Request } from 'playwright-core'
import { startCloud, type Cloud } from '../../local-cloud/start'
import { installTown } from '../../scripts/demo/install'
import { addWorking } from '../../scripts/demo/story'
import { NEWCOMER, PEOPLE } from '../../scripts/demo/town'
import { TEXT_VERSION } from '../../src/services/privacy/kinds'

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => existsSync(file))
/** What follows of an answer is asked within that time. */
const [CALM_MS, CALM_TIMES] = [40, 3]
const PICTURES = path.resolve('test/e2e/screenshots')

export function launchBrowser(...flags: readonly string[]): Promise<Browser> {
  if (!CHROMIUM) throw new Error('there is no Chromium: bash scripts/setup.sh')
  // Not what `faketime` preloads: the browser keeps the machine's own clock, as a phone's may be another than the cloud's.
  return chromium.launch({ executablePath: CHROMIUM, env: { ...process.env, LD_PRELOAD: '' }, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', ...flags] })
}

export type Demo = { readonly cloud: Cloud; readonly browser: Browser; readonly close: () => Promise<void> }

/** The built app and functions on a fresh cloud at an instant that stands still, and a browser. */
export async function startDemo(now: number, since: string, { timers = false } = {}): Promise<Demo> {
  for (const built of ['dist/h5/index.html', 'dist/cloudfunctions/api/index.js', 'dist/cloudfunctions/clock/index.js']) if (!existsSync(built)) throw new Error(`${built} is missing: npm run build:functions && npm run build:h5`)
  const cloud = await startCloud({ dataDir: ':memory:', h5Dir: 'dist/h5', mediaVerdictsTo: 'api', timers, quiet: true, addWorkingTime: addWorking, people: [...PEOPLE, NEWCOMER].map(({ openid, name, role, note }) => ({ openid, name, role, note })) })
  cloud.clock.freezeAt(now)
  installTown(cloud, since)
  const browser = await launchBrowser()
  return {
    cloud, browser,
    close: async () => {
      await browser.close()
      await cloud.close()
    },
  }
}

export type Phone = { readonly page: Page; readonly context: BrowserContext; readonly errors: string[]; readonly see: (words: string | RegExp) => Promise<void>; /** A result that is told on the page, where the person looks. */ readonly told: (words: string) => Promise<void>; readonly press: (words: string | RegExp) => Promise<void>; readonly picture: (name: string) => Promise<void>; readonly go: (path: string) => Promise<void>; /** Nothing is being asked of the cloud any more. */ readonly quiet: () => Promise<void>; /** The page is drawn whole. */ readonly settled: () => Promise<void> }

/** One person's phone: 390×844, signed in as the person, without the local cloud's strip unless asked for. */
export async function openPhone({ cloud, browser }: Demo, openid: string, { dark = false, scale = 1, isAsked = false, strip = false, clock }: { dark?: boolean; scale?: number; /** Nobody has agreed to anything on this phone yet. */ isAsked?: boolean; strip?: boolean; /** What the phone takes for now; unless told, the machine's time. */ clock?: number } = {}): Promise<Phone> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN', colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' })
  await context.addCookies([{ name: 'linjing_person', value: openid, url: cloud.url }, ...(strip ? [] : [{ name: 'linjing_strip', value: 'off', url: cloud.url }])])
  const agreed = Object.fromEntries(['photo', 'location', 'phone', 'clipboard', 'file'].map((kind) => [kind, { given: true, at: 0, version: TEXT_VERSION }]))
  await context.addInitScript(({ consents, size }) => {
    if (location.protocol === 'about:') return
    if (consents && !localStorage.getItem('consents')) localStorage.setItem('consents', JSON.stringify({ data: consents }))
    if (size !== 1) localStorage.setItem('scale', JSON.stringify({ data: size }))
  }, { consents: isAsked ? null : agreed, size: scale })
  if (clock !== undefined)
    await context.addInitScript((aheadMs) => {
      const { Date: True } = globalThis
      globalThis.Date = new Proxy(True, {
        construct: (_, given) => (given.length === 0 ? new True(True.now() + aheadMs) : Reflect.construct(True, given) as Date),
        get: (_, name) => (name === 'now' ? () => True.now() + aheadMs : Reflect.get(True, name) as unknown),
      })
    }, clock - Date.now())
  const page = await context.newPage()
  page.setDefaultTimeout(45_000)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  mkdirSync(PICTURES, { recursive: true })
  const asked = new Set<Request>()
  page.on('request', (request) => {
    // Another document: what the one before it was still asking is of no account, and may never end.
    if (request.isNavigationRequest()) asked.clear()
    asked.add(request)
  })
  page.on('requestfinished', (request) => asked.delete(request))
  page.on('requestfailed', (request) => asked.delete(request))
  const quiet = async () => {
    for (let calm = 0; calm < CALM_TIMES; calm = asked.size === 0 ? calm + 1 : 0) await page.waitForTimeout(CALM_MS)
  }
  return {
    page, context, errors, quiet,
    go: async (to) => {
      // Only another document begins anew: the same one with another hash would stack its pages.
      await page.goto('about:blank')
      asked.clear()
      await page.goto(`${cloud.url}/#/${to}`)
    },
    settled: async () => {
      await quiet()
      await page.locator('.page').locator('visible=true').first().waitFor()
      await page.locator('.skeleton').locator('visible=true').first().waitFor({ state: 'detached' })
    },
    told: async (words) => void (await page.waitForFunction((wanted) => [...document.querySelectorAll('.notice')].some((notice) => {
      const { top, height } = notice.getBoundingClientRect()
      const middle = top + height / 2
      return notice.textContent.includes(wanted) && height > 0 && middle > 0 && middle < innerHeight
    }), words)),
    see: async (words) => void (await page.getByText(words).locator('visible=true').first().waitFor()),
    press: async (words) => void (await page.getByRole('button', { name: words }).locator('visible=true').first().click()),
    picture: async (name) => void (await page.screenshot({ path: path.join(PICTURES, `${name}.png`) })),
  }
}
