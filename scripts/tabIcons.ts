// Draws the tab bar's icons (81 × 81, as WeChat advises) from lucide's outlines. Run once after a change: npx tsx scripts/tabIcons.ts
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { chromium } from 'playwright-core'

const TABS = { home: 'house', cases: 'folder-open', standings: 'trophy', inbox: 'bell' } as const
// The colours of styles/tokens.scss: ink-2 and brand, by day and by night.
const LOOKS = { '': '#55605B', '-on': '#17695A', '-dark': '#A7B2AC', '-dark-on': '#6CC5B1' } as const
const OUT = path.resolve('src/assets/tab')

const require = createRequire(import.meta.url)

async function draw() {
  mkdirSync(OUT, { recursive: true })
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
  const page = await browser.newPage({ viewport: { width: 81, height: 81 } })
  for (const [tab, icon] of Object.entries(TABS)) {
    const outline = readFileSync(require.resolve(`lucide-static/icons/${icon}.svg`), 'utf8')
    for (const [look, colour] of Object.entries(LOOKS)) {
      const svg = outline.replace('width="24"', 'width="69"').replace('height="24"', 'height="69"').replace('currentColor', colour)
      await page.setContent(`<style>body{margin:0;display:grid;place-items:center;height:81px}</style>${svg}`)
      await page.screenshot({ path: path.join(OUT, `${tab}${look}.png`), omitBackground: true })
    }
  }
  await browser.close()
}

void draw()
