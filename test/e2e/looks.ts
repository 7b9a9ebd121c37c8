import axe from 'axe-core'
import type { Page } from 'playwright-core'

type Finding = { readonly id: string; readonly impact?: string | null; readonly nodes: readonly { readonly target: readonly unknown[]; readonly html: string; readonly any: readonly { readonly message: string }[] }[] }
declare global {
  var axe: { run: (within: object, options: object) => Promise<{ violations: Finding[] }> }
}

/** Phones in use, and the narrowest of them. */
const WIDTHS = [390, 320] as const
const HEIGHT = 844

/** A PC at the town office: lists stand beside what is open. */
const PC = { width: 1280, height: 800 } as const

const enlarge = (page: Page, scale: number) => page.evaluate((size) => document.querySelectorAll<HTMLElement>('html, .page').forEach(({ style }) => style.setProperty('--scale', String(size))), scale)

/** What only colours, and what only sizes can change: the rest of axe's rules say the same of every look. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']
const OF_SIZES = ['color-contrast', 'scrollable-region-focusable', 'target-size']

/** What axe holds against the page as it stands, by all its rules or by some: serious and critical findings only, one line each. */
async function held(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const { violations } = await page.evaluate((runOnly) => globalThis.axe.run(document, { resultTypes: ['violations'], ...(runOnly && { runOnly }) }), rules)
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, nodes }) => nodes.map(({ target, html, any }) => `${id}: ${target.join(' ')} ${html.slice(0, 160)} ${any.map(({ message }) => message).join('; ')}`))
}

/** What does not fit: a page that scrolls sideways, what stands beyond its edge, words that are cut off. */
const unfit = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const nameOf = (element: Element) => `${element.tagName.toLowerCase()}.${element.className} “${(element.textContent ?? '').slice(0, 30)}”`
    const root = document.documentElement
    const sideways = root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth} wide on ${root.clientWidth}`] : []
    // A picture fills its frame and is cut by it on purpose.
    const drawn = [...document.querySelectorAll('.page *, .weui-tabbar *')].filter((element) => !element.matches('img') && !element.querySelector(':scope > img') && element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getClientRects().length > 0)
    const beyond = drawn.filter((element) => {
      const { left, right, width } = element.getBoundingClientRect()
      return width > 1 && (left < -1 || right > root.clientWidth + 1)
    })
    const cut = drawn.filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element)
      return (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) || (overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1)
    })
    return [...sideways, ...beyond.map((element) => `beyond the edge: ${nameOf(element)}`), ...cut.map((element) => `cut off: ${nameOf(element)}`)]
  })

/** The page by day, by night and in the largest words, on a usual and on the narrowest phone and on a PC: whatever is wrong with it. */
export async function looksOf(page: Page): Promise<string[]> {
  const wrong: string[] = []
  const say = (look: string, lines: readonly string[]) => void wrong.push(...lines.map((line) => `${look}: ${line}`))
  say('light', [...(await held(page)), ...(await unfit(page))])
  await page.emulateMedia({ colorScheme: 'dark' })
  say('dark', await held(page, OF_COLOURS))
  await page.emulateMedia({ colorScheme: 'light' })
  await enlarge(page, 1.75)
  say('×1.75', await held(page, OF_SIZES))
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT })
    say(`×1.75 at ${width}`, await unfit(page))
  }
  await page.setViewportSize(PC)
  say('×1.75 on a PC', await unfit(page))
  await enlarge(page, 1)
  // What opens beside a list is read first.
  await page.locator('.skeleton').locator('visible=true').first().waitFor({ state: 'detached' })
  say('on a PC', [...(await held(page)), ...(await unfit(page))])
  await page.setViewportSize({ width: WIDTHS[0], height: HEIGHT })
  return wrong
}
