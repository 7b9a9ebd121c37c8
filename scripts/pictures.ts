import { mkdirSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { instantOf } from '../domain/time/beijing'
import { startCloud } from '../local-cloud/start'
import { installTown } from './demo/install'
import { playStory } from './demo/story'
import { PEOPLE } from './demo/town'
import { playerOn } from './play/player'

const FOLDER = process.argv[2] ?? 'docs/images'
const NOW = instantOf('2026-11-24', '10:20')
const QUERY = new URLSearchParams({ filter: '{"townId":"demo"}', sort: 'createdAt', order: 'desc' }).toString()
/** Who sees what; `page` is the app's, or an address of its own. `open`: words to tap after the page is there. */
const PICTURES: readonly { readonly name: string; readonly openid: string; readonly page: string; readonly open?: string; readonly dark?: boolean; readonly wide?: boolean; readonly scale?: number }[] = [
  { name: 'resident-home', openid: 'resident-jinxiu-1', page: 'pages/home/index' },
  { name: 'report', openid: 'resident-cuihu-1', page: 'pages/report/index' },
  { name: 'case', openid: 'manager-jinxiu', page: 'pages/case/index?id=CASE' },
  { name: 'manager-home', openid: 'manager-jinxiu', page: 'pages/home/index' },
  { name: 'standings', openid: 'resident-jinxiu-1', page: 'pages/standings/index' },
  { name: 'score', openid: 'resident-jinxiu-1', page: 'pages/score/index?estateId=yangguang&period=2026-11' },
  { name: 'survey', openid: 'resident-heping-1', page: 'survey/pages/result/index?surveyId=survey%3Ademo%3Aheping%3A2026' },
  { name: 'desk', openid: 'office-1', page: 'office/pages/desk/index?kind=toFile', wide: true },
  { name: 'inspector', openid: 'office-1', page: `/_cloud#/data/cases?${QUERY}`, wide: true },
]

/** `npx tsx scripts/pictures.ts`: the README's pictures, of the real pages over the demo town (needs build:functions and build:h5). */
async function main(): Promise<void> {
  const cloud = await startCloud({ dataDir: ':memory:', h5Dir: 'dist/h5', timers: false, quiet: true, people: PEOPLE, mediaVerdictsTo: 'api' })
  installTown(cloud, '2026-11')
  await playStory(cloud, NOW)
  cloud.clock.freezeAt(NOW)
  const [urgent] = (await playerOn(cloud).call('manager-jinxiu', 'listCases', { scope: 'estate' })).cases
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
  mkdirSync(FOLDER, { recursive: true })
  for (const { name, openid, page: to, dark, wide, scale = 1 } of PICTURES) {
    const context = await browser.newContext({ viewport: wide ? { width: 1200, height: 800 } : { width: 390, height: 844 }, colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce', locale: 'zh-CN' })
    await context.addCookies([{ name: 'linjing_person', value: openid, url: cloud.url }, { name: 'linjing_strip', value: 'off', url: cloud.url }])
    await context.addInitScript((chosen) => localStorage.setItem('scale', JSON.stringify({ data: chosen })), scale)
    const page = await context.newPage()
    await page.goto(cloud.url + (to.startsWith('/') ? to : `/#/${to.replace('CASE', urgent?.id ?? '')}`))
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(600)
    await page.screenshot({ path: `${FOLDER}/${name}.png` })
    await context.close()
  }
  await browser.close()
  await cloud.close()
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
