import { instantOf } from '../../domain/time/beijing'
import { playStory } from '../../scripts/demo/story'
import { openPhone, startDemo, type Demo, type Phone } from './support'

const MORNING = instantOf('2026-11-24', '10:20')

describe('the office at a PC', () => {
  let demo: Demo
  let pc: Phone
  beforeAll(async () => {
    demo = await startDemo(MORNING, '2026-11')
    await playStory(demo.cloud, MORNING)
    pc = await openPhone(demo, 'office-1')
    await pc.page.setViewportSize({ width: 1280, height: 800 })
  })
  afterAll(async () => {
    expect(pc.errors).toEqual([])
    await demo?.close()
  })

  const rows = () => pc.page.getByRole('option').locator('visible=true')
  const openRow = () => pc.page.locator('.split-row--on').locator('visible=true')
  const openAddress = () => new URLSearchParams(new URL(pc.page.url()).hash.split('?')[1]).get('open')
  const key = (name: string) => pc.page.keyboard.press(name)
  /** The detail is of that row, and read. */
  const shown = async (place: string | RegExp) => {
    await openRow().filter({ hasText: place }).waitFor()
    await pc.page.locator('.split__detail').getByText(place).locator('visible=true').first().waitFor()
  }

  test('the tab bar is a rail on the left of every page, and no page is covered by it', async () => {
    for (const page of ['pages/home/index', 'office/pages/desk/index?kind=toFile', 'pages/me/index']) {
      await pc.go(page)
      await pc.settled()
      const [rail, body] = await Promise.all(['.weui-tabbar', '.page__top'].map((part) => pc.page.locator(part).locator('visible=true').first().boundingBox()))
      expect(rail).toMatchObject({ x: 0, height: 800 })
      expect(body!.x).toBe(rail!.width)
    }
    await pc.page.locator('.weui-tabbar__item', { hasText: '进展' }).click()
    await pc.see('全镇')
    await pc.picture('pc-cases')
  })

  test('what is open has an address: a reload opens it again, and a link that was copied', async () => {
    await pc.go('office/pages/desk/index?kind=toFile')
    await shown('南大门')
    const first = openAddress()
    await rows().filter({ hasText: '2 幢' }).click()
    await shown('2 幢')
    expect(openAddress()).not.toBe(first)
    await pc.page.reload()
    await shown('2 幢')
    const link = pc.page.url()
    await pc.page.getByRole('radio', { name: /^待核查/ }).click()
    await shown('北大门')
    expect(pc.page.url()).toContain('kind=toVerify')
    await pc.go(link.split('#/')[1]!)
    await shown('2 幢')
  })

  test('the desk is worked from the keyboard: from row to row, into the decision and back, and the next case opens by itself', async () => {
    await pc.go('office/pages/desk/index?kind=toFile')
    await shown('南大门')
    await key('ArrowDown')
    await shown('2 幢')
    await key('ArrowDown')
    await key('ArrowUp')
    await shown('南大门')
    await key('Enter')
    const focus = () => pc.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    expect(await focus()).toBe('立案并派遣')
    // In the decision the arrows move nothing away from under it.
    await key('ArrowDown')
    await shown('南大门')
    await key('Escape')
    expect(await focus()).toMatch(/南大门/)
    await pc.picture('pc-desk')
    await pc.press(/^立案并派遣/)
    await shown('2 幢')
    await pc.see(/南大门）：已立案并派遣/)
    expect(await rows().count()).toBe(1)
    await pc.picture('pc-next')
    await pc.press(/^立案并派遣/)
    await pc.see('没有等待立案的报告')
    await pc.see(/2 幢）：已立案并派遣/)
  })

  test('the head of the table stays while its lines go by', async () => {
    await pc.go('office/pages/desk/index?scope=all')
    await pc.settled()
    const head = pc.page.locator('.case-table__head').locator('visible=true')
    const before = await head.boundingBox()
    for (let down = 0; down < 8; down++) await key('ArrowDown')
    await rows().nth(8).scrollIntoViewIfNeeded()
    const after = await head.boundingBox()
    expect(after!.y).toBeLessThan(before!.y)
    const title = await pc.page.locator('.page__top').locator('visible=true').boundingBox()
    expect(after!.y).toBeGreaterThanOrEqual(title!.height - 1)
    await pc.picture('pc-all')
  })

  test('beside the ranking stands the score of one estate, by its address', async () => {
    await pc.go('pages/standings/index?open=yangguang')
    await pc.page.locator('.split-row--on').filter({ hasText: '阳光苑' }).waitFor()
    await key('ArrowUp')
    await pc.settled()
    expect(openAddress()).not.toBe('yangguang')
    await pc.picture('pc-standings')
  })
})
