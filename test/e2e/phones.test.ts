import { instantOf } from '../../domain/time/beijing'
import { openPhone, startDemo, type Demo, type Phone } from './support'

describe('several people at one browser of the demo', () => {
  let demo: Demo
  let phone: Phone
  beforeAll(async () => {
    demo = await startDemo(instantOf('2026-11-24', '10:20'), '2026-11')
    phone = await openPhone(demo, 'resident-jinxiu-1', { strip: true, isAsked: true })
  })
  afterAll(async () => {
    await demo?.close()
  })

  const become = async (name: RegExp) => {
    await phone.page.getByTitle('换一个人').click()
    await phone.page.getByRole('button', { name }).first().click()
    await phone.page.waitForLoadState('load')
    await phone.settled()
  }
  const kept = () => phone.page.evaluate(() => Object.entries(localStorage).filter(([key]) => !key.startsWith('linjing-')))

  test('what the phone of one keeps is not on the phone of another, and is there again when one comes back', async () => {
    await phone.go('pages/home/index')
    await phone.settled()
    await phone.page.evaluate(() => localStorage.setItem('scale', JSON.stringify({ data: 1.75 })))
    await become(/^陈国平/)
    expect((await kept()).map(([key]) => key)).not.toContain('scale')
    await phone.page.evaluate(() => localStorage.setItem('draft:mine', '{"data":"陈国平的草稿"}'))
    await become(/^李阿姨/)
    expect(await kept()).toContainEqual(['scale', '{"data":1.75}'])
    expect((await kept()).map(([key]) => key)).not.toContain('draft:mine')
    await become(/^陈国平/)
    expect(await kept()).toContainEqual(['draft:mine', '{"data":"陈国平的草稿"}'])
    expect(phone.errors).toEqual([])
  })
})
