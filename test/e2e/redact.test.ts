import { readFileSync } from 'node:fs'
import { instantOf } from '../../domain/time/beijing'
import { playerOn, type Player } from '../../scripts/play/player'
import { readSlipFile } from '../support/slipFile'
import { openPhone, startDemo, type Demo, type Phone } from './support'

const PHOTO = '#redact-photo'
let demo: Demo
let player: Player
beforeAll(async () => {
  demo = await startDemo(instantOf('2026-11-23', '09:00'), '2026-11')
  player = playerOn(demo.cloud)
})
afterAll(() => demo?.close())

async function aReport(key: string) {
  const photos = [await player.photo('resident-jinxiu-1', key, false)]
  const { caseId } = await player.call('resident-jinxiu-1', 'reportCase', { key: key.padEnd(20, '0'), estateId: 'jinxiu', categoryCode: '0203', place: { spotId: 'jinxiu-b3' }, text: '楼道口堆着旧沙发', photos })
  return caseId
}
const photosOf = async (caseId: string) => (await player.call('office-1', 'readCase', { caseId })).photos!

/** Whether a picture is blackened at each of these spots, in thousandths of its width and height. */
const isBlackAt = (phone: Phone, link: string, spots: readonly (readonly [number, number])[]) =>
  phone.page.evaluate(
    async ([address, asked]) => {
      const image = Object.assign(new Image(), { src: address })
      await image.decode()
      const canvas = Object.assign(document.createElement('canvas'), { width: image.naturalWidth, height: image.naturalHeight })
      const pen = canvas.getContext('2d')!
      pen.drawImage(image, 0, 0)
      return asked.map(([x, y]) => [...pen.getImageData(Math.floor((x * canvas.width) / 1000), Math.floor((y * canvas.height) / 1000), 1, 1).data.slice(0, 3)].every((part) => part < 60))
    },
    [link, spots] as const,
  )

it('what a mouse has covered on the screen is black in the file, and nothing else is', async () => {
  const caseId = await aReport('redact-by-mouse')
  const [before] = await photosOf(caseId)
  const phone = await openPhone(demo, 'office-1')
  await phone.go(`office/pages/redact/index?caseId=${caseId}&photoId=${before!.photoId}`)
  await phone.page.locator(`${PHOTO} img`).waitFor()
  const box = (await phone.page.locator(PHOTO).boundingBox())!
  // The photo is 480 by 360: were it shown cut off, the place on the screen would not be the place in the file.
  expect(box.width / box.height).toBeCloseTo(480 / 360, 1)
  const at = (x: number, y: number) => [box.x + (x / 1000) * box.width, box.y + (y / 1000) * box.height] as const
  await phone.page.mouse.move(...at(600, 750))
  await phone.page.mouse.down()
  await phone.page.mouse.move(...at(700, 800), { steps: 3 })
  await phone.page.mouse.move(...at(800, 900), { steps: 3 })
  await phone.page.mouse.up()
  await phone.press('看看遮挡后的样子')
  await phone.press('换成这一张')
  await phone.see('已换成遮挡后的照片')
  const [after] = await photosOf(caseId)
  expect(after!.photoId).not.toBe(before!.photoId)
  expect(await isBlackAt(phone, after!.link, [[620, 770], [780, 880], [570, 770], [830, 880], [620, 720], [780, 930]])).toEqual([true, true, false, false, false, false])
  expect(phone.errors).toEqual([])
})

it('the slip of one household is downloaded as a sheet to print', async () => {
  const phone = await openPhone(demo, 'office-1')
  await phone.go('office/pages/households/index')
  await phone.press(/^1 幢 1 单元 501/)
  await phone.press(/^发新的绑定码/)
  await phone.page.locator('.taro-model__confirm').locator('visible=true').first().click()
  await phone.see('邻净住户绑定码')
  const shown = await phone.page.locator('.slip__code').locator('visible=true').textContent()
  const downloading = phone.page.waitForEvent('download')
  await phone.press('要打印文件')
  const { slips } = readSlipFile(readFileSync(await (await downloading).path()).toString('base64'))
  expect(slips.map(({ words }) => words.slice(0, 3))).toEqual([['翠湖园', '1 幢 1 单元 501', shown]])
  expect(phone.errors).toEqual([])
})
