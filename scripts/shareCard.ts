// Draws the picture of a card in a chat (5:4, as WeChat shows it; at most 128 KB). Run once after a change: npm run icons:share
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { chromium } from 'playwright-core'

const [WIDTH, HEIGHT] = [500, 400]
// brand and brand-soft of styles/tokens.scss.
const [BRAND, SOFT] = ['#17695A', '#E2F0EC']
const require = createRequire(import.meta.url)
const outline = (name: string, size: number, colour: string) => readFileSync(require.resolve(`lucide-static/icons/${name}.svg`), 'utf8').replace('width="24"', `width="${size}"`).replace('height="24"', `height="${size}"`).replace('currentColor', colour)

/** Houses on a rise, a tick in the sky. */
const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">
  <rect width="${WIDTH}" height="${HEIGHT}" fill="${BRAND}"/>
  <circle cx="392" cy="92" r="54" fill="#fff" fill-opacity=".12"/>
  <path d="M0 330 Q125 290 250 318 T500 300 V400 H0Z" fill="#0F4F43"/>
  <g fill="${SOFT}">
    <rect x="48" y="196" width="84" height="128" rx="6"/><rect x="146" y="150" width="96" height="170" rx="6"/><rect x="256" y="214" width="78" height="104" rx="6"/>
  </g>
  <g fill="${BRAND}">${[[64, 214], [98, 214], [64, 248], [98, 248], [64, 282], [98, 282], [164, 170], [206, 170], [164, 206], [206, 206], [164, 242], [206, 242], [164, 278], [206, 278], [270, 232], [302, 232], [270, 268], [302, 268]].map(([x, y]) => `<rect x="${x}" y="${y}" width="18" height="20" rx="2"/>`).join('')}</g>
</svg>`

async function draw() {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
  const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } })
  await page.setContent(`<style>body{margin:0;font-family:'Noto Sans CJK SC',sans-serif;color:#fff}svg{display:block}div{position:absolute}</style>${PICTURE}
    <div style="left:362px;top:62px">${outline('check', 60, '#fff')}</div>
    <div style="left:44px;top:34px;font-size:64px;font-weight:700;letter-spacing:4px">邻净</div>
    <div style="left:48px;top:346px;font-size:26px">小区的事，件件有回音</div>`)
  await page.screenshot({ path: path.resolve('src/assets/share.png') })
  await browser.close()
}

void draw()
