import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { plainPhoto } from '../../domain/photo/plainPhoto'
import { instantOf } from '../../domain/time/beijing'
import { picture } from '../../scripts/play/picture'
import { playerOn } from '../../scripts/play/player'
import { openPhone, startDemo, type Demo, type Phone } from './support'

const MORNING = instantOf('2026-11-23', '09:00')
const HUGE = path.join(mkdtempSync(path.join(tmpdir(), 'report-')), 'huge.jpg')
type File = { name: string; mimeType: string; buffer: Buffer }

describe('a report on the phone, when things go wrong', () => {
  let demo: Demo
  const open = (openid: string, options?: Parameters<typeof openPhone>[2]) => openPhone(demo, openid, options)
  const pick = async ({ page }: Phone, ...files: File[] | [path: string]) => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: /^拍照/ }).locator('visible=true').first().click()
    await (await chooser).setFiles(files)
  }
  const taken = ({ page }: Phone, count: number) => page.getByRole('button', { name: `删除第 ${count} 张` }).locator('visible=true').waitFor()
  const reports = () => demo.cloud.engine.count('reports', {})
  const photo = (seed: number): File => ({ name: `photo-${seed}.png`, mimeType: 'image/png', buffer: picture({ seed, isTidy: false }) })
  const toLast = async (phone: Phone, words: string) => {
    await phone.press('下一步')
    await phone.page.getByRole('radio', { name: '南大门' }).click()
    await phone.page.getByRole('textbox', { name: '出了什么问题' }).fill(words)
    await phone.page.getByRole('radio', { name: /地上脏、有垃圾/ }).first().click()
    await phone.see('核对一下')
  }

  beforeAll(async () => {
    demo = await startDemo(MORNING, '2026-11')
  })
  afterAll(async () => {
    await demo?.close()
    rmSync(path.dirname(HUGE), { recursive: true, force: true })
  })

  test('a photo of 30 MB goes small, and says nothing of where it was taken', async () => {
    const phone = await open('resident-jinxiu-1')
    await phone.go('pages/report/index')
    // The browser's own camera: a large picture as JPEG, then a place in its EXIF and ballast behind its end.
    const base64 = await phone.page.evaluate(() => {
      const canvas = document.createElement('canvas')
      canvas.width = 4000
      canvas.height = 3000
      canvas.getContext('2d')!.fillRect(100, 100, 900, 900)
      return canvas.toDataURL('image/jpeg', 0.9).split(',')[1]!
    })
    const plain = Buffer.from(base64, 'base64')
    const words = Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\0 GPS 30.1N 120.7E', 'latin1')
    const exif = Buffer.concat([Buffer.from([0xff, 0xe1, 0, words.length + 2]), words])
    const huge = Buffer.concat([plain.subarray(0, 2), exif, plain.subarray(2), Buffer.alloc(30_000_000)])
    // From the disk, as a phone has it: 30 MB said to the browser take their time.
    writeFileSync(HUGE, huge)
    await pick(phone, HUGE)
    await taken(phone, 1)
    await toLast(phone, '门口垃圾没人扫')
    await phone.press('提交报告')
    await phone.see('已经收到，谢谢您')
    const player = playerOn(demo.cloud)
    const [report] = (await player.call('resident-jinxiu-1', 'listCases', { scope: 'mine' })).cases
    const [link] = (await player.call('resident-jinxiu-1', 'readCase', { caseId: report!.id })).photosBefore
    const arrived = Buffer.from(await (await fetch(new URL(link!, demo.cloud.url))).arrayBuffer())
    expect(arrived.length).toBeLessThan(500_000)
    expect(arrived.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]))
    expect(arrived.includes('GPS')).toBe(false)
    expect(phone.errors).toEqual([])
  })

  test('what is no photo is told by its name, with a way on; the good one is there', async () => {
    const phone = await open('resident-jinxiu-2')
    await phone.go('pages/report/index')
    const file = (name: string, mimeType: string, buffer: Buffer): File => ({ name, mimeType, buffer })
    await pick(phone, file('IMG_1.HEIC', 'image/heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1')), file('V.mp4', 'video/mp4', Buffer.from('\0\0\0\x18ftypmp42', 'latin1')), file('none.jpg', 'image/jpeg', Buffer.alloc(0)), file('torn.jpg', 'image/jpeg', Buffer.from('hello')), photo(2))
    await phone.see('“IMG_1.HEIC”是 HEIC 格式，这个浏览器打不开')
    await phone.see('“V.mp4”是视频，这里只收照片')
    await phone.see('“none.jpg”是空的')
    await phone.see('“torn.jpg”打不开，可能已损坏')
    await taken(phone, 1)
    await phone.picture('50-report-bad-photos')
  })

  test('photos as they really come: what breaks off is told, a long screenshot stays readable, and no place leaves the phone', async () => {
    const phone = await open('resident-jinxiu-2')
    await phone.go('pages/report/index')
    const fixture = (name: string) => ({ name, mimeType: name.endsWith('png') ? 'image/png' : 'image/jpeg', buffer: readFileSync(`test/fixtures/photo/${name}`) })
    await pick(phone, ...['c2_no_eoi.jpg', 'c_truncated_half.jpg', 't_gps_no_eoi.jpg', 's_fill_bytes_gps.jpg', 'z_long_screenshot_1080x12000.png'].map(fixture))
    for (const name of ['c2_no_eoi.jpg', 'c_truncated_half.jpg', 't_gps_no_eoi.jpg']) await phone.see(`“${name}”不完整，像是存到一半断了`)
    await taken(phone, 2)
    await phone.picture('50b-report-broken-off')
    await toLast(phone, '门口垃圾没人扫')
    await phone.press('提交报告')
    await phone.page.getByText(/已经收到，谢谢您|已加入跟进/).locator('visible=true').first().waitFor()
    const [report] = (await playerOn(demo.cloud).call('resident-jinxiu-2', 'listCases', { scope: 'mine' })).cases
    const { photosBefore } = await playerOn(demo.cloud).call('resident-jinxiu-2', 'readCase', { caseId: report!.id })
    const sizes: unknown[] = []
    for (const link of photosBefore) {
      const arrived = Buffer.from(await (await fetch(new URL(link, demo.cloud.url))).arrayBuffer())
      const plain = plainPhoto(new Uint8Array(arrived))
      sizes.push([plain.ok && [plain.type, plain.width, plain.height], arrived.includes('Exif'), arrived.length < 2_000_000])
    }
    expect(sizes).toEqual([[['jpg', 1200, 800], false, true], [['jpg', 720, 8000], false, true]])
    expect(phone.errors).toEqual([])
  })

  test('sent off without a network, closed and opened again: it goes by itself when the network is back, once', async () => {
    const before = reports()
    const phone = await open('resident-jinxiu-3')
    await phone.go('pages/home/index')
    await phone.press('报告问题')
    await pick(phone, photo(3), photo(4))
    await taken(phone, 2)
    await toLast(phone, '花坛边一地垃圾')
    await phone.picture('51-report-last')
    await phone.context.setOffline(true)
    await phone.press('提交报告')
    await phone.see('已经存好，等着发送')
    await phone.picture('52-report-waits')
    await phone.press('先回首页')
    await phone.see('待发送 1 件')
    await phone.picture('53-home-waits')
    expect(reports()).toBe(before)

    // Killed: another page of the same phone knows only what the phone kept; the network is there but the cloud is not.
    await phone.context.setOffline(false)
    await phone.page.route('**/client/call', (route) => route.abort())
    await phone.page.reload()
    await phone.see('待发送 1 件')
    expect(reports()).toBe(before)
    await phone.page.unroute('**/client/call')
    await phone.context.setOffline(true)
    await phone.context.setOffline(false)
    await phone.page.getByText('待发送 1 件').waitFor({ state: 'detached' })
    await phone.told('您的报告已发出，')
    await phone.picture('54-home-arrived')
    await phone.press('知道了')
    await phone.page.getByText(/^您的报告已发出/).waitFor({ state: 'detached' })
    await phone.see('地上脏、有垃圾')
    expect(reports()).toBe(before + 1)
    const [report] = (await playerOn(demo.cloud).call('resident-jinxiu-3', 'listCases', { scope: 'mine' })).cases
    expect((await playerOn(demo.cloud).call('resident-jinxiu-3', 'readCase', { caseId: report!.id })).photosBefore).toHaveLength(2)
  })

  test('an answer that is lost on the way back makes no second report', async () => {
    const before = reports()
    const phone = await open('resident-heping-1')
    await phone.go('pages/report/index')
    await phone.press('没有照片，先跳过')
    await phone.page.getByRole('radio', { name: '南大门' }).click()
    await phone.page.getByRole('textbox', { name: '出了什么问题' }).fill('路灯不亮')
    await phone.press('下一步')
    await phone.page.route('**/client/call', async (route) => {
      if (!route.request().postData()?.includes('"reportCase"')) return route.continue()
      await route.fetch()
      await route.abort()
    })
    await phone.press('提交报告')
    await phone.see('已经存好，等着发送')
    expect(reports()).toBe(before + 1)
    await phone.page.unroute('**/client/call')
    await phone.press('立即再试')
    await phone.see('已经收到，谢谢您')
    expect(reports()).toBe(before + 1)
  })

  test('drafts are kept side by side, with their photos', async () => {
    const phone = await open('resident-heping-2')
    for (const seed of [5, 6]) {
      await phone.go('pages/report/index')
      await pick(phone, photo(seed))
      await taken(phone, 1)
    }
    await phone.go('pages/drafts/index')
    await phone.see('没写完的 2 份')
    await phone.page.locator('.report-row__image').nth(1).waitFor()
    await phone.picture('54-drafts')
    await phone.press('继续写')
    await phone.page.locator('.photos__image').locator('visible=true').first().waitFor()
    expect(phone.errors).toEqual([])
  })

  test('everything is read and tapped at ×1.75 and by night', async () => {
    const phone = await open('resident-heping-3', { dark: true, scale: 1.75 })
    await phone.go('pages/report/index')
    await phone.see('先拍张照片')
    await phone.picture('55-report-photo-large-dark')
    await phone.press('没有照片，先跳过')
    await phone.picture('56-report-place-large-dark')
    await phone.page.getByRole('radio', { name: '南大门' }).click()
    await phone.page.getByRole('textbox', { name: '出了什么问题' }).fill('ljt man le')
    await phone.see('您说的可能是')
    await phone.picture('57-report-what-large-dark')
    const wide = await phone.page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(390)
    await phone.press('下一步')
    await phone.picture('58-report-send-large-dark')
  })

  test('the position is asked for on a tap, with the reason; who says no goes on', async () => {
    const phone = await open('resident-cuihu-1', { isAsked: true })
    await phone.go('pages/report/index')
    await phone.press('没有照片，先跳过')
    await phone.press('用我现在的位置')
    await phone.see('要用您的位置')
    await phone.press('不同意')
    await phone.press('知道了')
    await phone.page.getByRole('radio', { name: '南大门' }).click()
    await phone.page.getByRole('textbox', { name: '出了什么问题' }).waitFor()
  })
})
