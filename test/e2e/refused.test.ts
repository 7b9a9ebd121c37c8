import type { Locator } from 'playwright-core'
import { instantOf } from '../../domain/time/beijing'
import { playStory } from '../../scripts/demo/story'
import { caseIn } from './stops'
import { openPhone, startDemo, type Demo, type Phone } from './support'

const MORNING = instantOf('2026-11-24', '10:20')
const [HEIGHT, TITLE, BAR] = [844, 48, 80]

describe('what a press was refused for', () => {
  let demo: Demo
  const phones: Phone[] = []
  const open = async (openid: string, page: string) => {
    const phone = await openPhone(demo, openid)
    phones.push(phone)
    await phone.go(page)
    await phone.settled()
    return phone
  }
  beforeAll(async () => {
    demo = await startDemo(MORNING, '2026-11')
    await playStory(demo.cloud, MORNING)
  })
  afterAll(async () => {
    expect(phones.flatMap(({ errors }) => errors)).toEqual([])
    await demo?.close()
  })

  /** Between the title and the bar with the button. */
  const isSeen = async (words: Locator) => {
    await words.waitFor()
    await words.page().waitForTimeout(300)
    const box = await words.boundingBox()
    return box !== null && box.y >= TITLE && box.y + box.height <= HEIGHT - BAR
  }

  test('a manager who sends nothing sees what is missing, also after scrolling away and pressing again', async () => {
    const phone = await open('manager-jinxiu', `manager/pages/answer/index?id=${caseIn(demo, 'dispatched', 'resident-jinxiu-1')}`)
    await phone.press('提交回复')
    const missing = phone.page.getByText('请至少拍一张处理后的照片').locator('visible=true')
    expect(await isSeen(missing)).toBe(true)
    await phone.page.locator('.taro_page').locator('visible=true').last().evaluate((page) => page.scrollTo(0, 0))
    expect(await isSeen(missing)).toBe(false)
    await phone.press('提交回复')
    expect(await isSeen(missing)).toBe(true)
    await phone.picture('refused-answer')
  })

  test('the office that verifies without having looked sees which question is open', async () => {
    const phone = await open('office-1', `office/pages/decide/index?id=${caseIn(demo, 'answered', 'resident-guixiang-1')}&kind=toVerify`)
    await phone.press('核查符合并结案')
    expect(await isSeen(phone.page.getByText('请选择', { exact: true }).locator('visible=true').first())).toBe(true)
  })

  test('a resident who says “not fixed” without a word sees what is missing', async () => {
    const phone = await open('resident-guixiang-1', `pages/case/index?id=${caseIn(demo, 'answered', 'resident-guixiang-1')}`)
    await phone.press('没修好')
    await phone.press(/没修好$/)
    expect(await isSeen(phone.page.locator('.field__error').locator('visible=true').first())).toBe(true)
  })
})
