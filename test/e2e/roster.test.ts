import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { readSheet } from '../../cloudfunctions/api/actions/roster/readSheet'
import { instantOf } from '../../domain/time/beijing'
import { playerOn, type Player } from '../../scripts/play/player'
import { HEADER, xlsxOf, type Value } from '../support/roster'
import { readSlipFile } from '../support/slipFile'
import { openPhone, startDemo, type Demo, type Phone } from './support'

const OFFICE = 'office-1'
const FOLDER = mkdtempSync(path.join(os.tmpdir(), 'roster-'))
const HOMES = 600
/** Buildings 8 and 9 are not in the demo. */
const ROWS: readonly Value[][] = Array.from({ length: HOMES }, (_, index) => ['锦绣花园', index < 590 ? '8幢' : '9幢', '1单元', index + 101, index % 7 === 0 ? '空置' : '有人住', index === 590 ? 13_811_112_222 : ''])

let demo: Demo
let player: Player
beforeAll(async () => {
  demo = await startDemo(instantOf('2026-11-23', '09:00'), '2026-11')
  player = playerOn(demo.cloud)
})
afterAll(() => demo?.close())

async function fileOf(name: string, rows: readonly (readonly Value[])[]): Promise<string> {
  const file = path.join(FOLDER, name)
  writeFileSync(file, await xlsxOf([HEADER, ...rows]))
  return file
}
async function choose(phone: Phone, file: string, words: string | RegExp): Promise<void> {
  const choosing = phone.page.waitForEvent('filechooser')
  await phone.press(words)
  await (await choosing).setFiles(file)
}
const modal = (phone: Phone, words: string) => phone.page.locator('.taro-model__btn', { hasText: words }).click()

it('the template that is downloaded is a sheet the importer takes, once it is filled in', async () => {
  const phone = await openPhone(demo, OFFICE)
  await phone.go('office/pages/roster/index?estateId=jinxiu')
  const downloading = phone.page.waitForEvent('download')
  await phone.press('下载模板')
  const template = path.join(FOLDER, 'template.xlsx')
  await (await downloading).saveAs(template)
  expect(await readSheet(new Uint8Array(readFileSync(template)))).toMatchObject({ ok: true, rows: [{ row: 1, cells: HEADER }], sheets: { read: '住户名册', unread: [] }, rosters: [] })
  await phone.picture('roster-choose')
  await choose(phone, template, '选表格（.xlsx）')
  await phone.see('表里只有表头，没有住户')
  expect(phone.errors).toEqual([])
})

it('a wrong table is told row by row; the mended one is imported with a figure, and its numbers bind', async () => {
  const phone = await openPhone(demo, OFFICE)
  await phone.go('office/pages/roster/index?estateId=jinxiu')
  await choose(phone, await fileOf('wrong.xlsx', [['锦绣花园', '8', '1', '', '有人住', ''], ['和平小区', '8', '1', 102, '不清楚', '0573-8123456'], ...ROWS.slice(0, 3), ROWS[1]!]), '选表格（.xlsx）')
  await phone.see('有 5 处要改')
  await phone.see('没有写房号（合并的单元格请先拆开，每行都写）')
  await phone.picture('roster-faults')
  await choose(phone, await fileOf('right.xlsx', ROWS), '重新选表格')
  await phone.see(`“right.xlsx”没有问题，共 ${HOMES} 户`)
  await phone.picture('roster-found')
  await phone.press(`导入 ${HOMES} 户`)
  await modal(phone, '导入')
  await phone.see(`导入好了，共 ${HOMES} 户`)
  await phone.picture('roster-done')
  expect((await player.call(OFFICE, 'listHouseholds', { estateId: 'jinxiu', building: '8' })).total).toBe(590)
  expect((await player.call('newcomer-1', 'bindByPhone', { phoneCode: 'phone-13811112222', relation: 'lives' })).household?.label).toBe('9 幢 1 单元 691')
  expect(phone.errors).toEqual([])
})

it('what property offices send is told row by row in words, and what was not read beside it', async () => {
  const phone = await openPhone(demo, OFFICE)
  await phone.go('office/pages/roster/index?estateId=jinxiu')
  const send = async (name: string, words: string | RegExp) => {
    await choose(phone, path.resolve('test/fixtures/roster', name), /选表格/)
    await phone.see(words)
    await phone.picture(`roster-${name.slice(0, 3)}-${phone.page.viewportSize()!.width}`)
  }
  await send('r01_property_office.xlsx', '有 4 处要改')
  await phone.see('这一行是“合计”，不是住户。请删去这一行')
  await send('x11b_same_house.xlsx', '有 6 处要改')
  await send('w_odd_rooms.xlsx', '有 5 处要改')
  await send('x16_two_sheets.xlsx', /工作表“2幢”里也有住户/)
  await send('x17_hidden_first_sheet.xlsx', /只读了工作表“2幢”。没有读：“WpsReserved_CellImgList”（隐藏）/)
  await send('w_300_borders_to_3500.xlsx', '“w_300_borders_to_3500.xlsx”没有问题，共 300 户')
  await phone.page.setViewportSize({ width: 1280, height: 800 })
  await send('z_1200.xlsx', '“z_1200.xlsx”没有问题，共 1200 户')
  await send('r01_property_office.xlsx', '有 4 处要改')
  expect(phone.errors).toEqual([])
})

it('slips are drawn by the building and downloaded as a sheet to print, as often as one asks', async () => {
  const phone = await openPhone(demo, OFFICE)
  await phone.go('office/pages/slips/index?estateId=jinxiu')
  await phone.page.getByRole('textbox', { name: '楼栋' }).first().fill('9')
  await phone.press('发绑定码')
  await modal(phone, '发码')
  // Of its ten households one is bound by now.
  await phone.see('9 幢发好了 9 户，请在下面要打印文件。')
  const download = async () => {
    const downloading = phone.page.waitForEvent('download')
    await phone.press('要打印文件')
    const file = await downloading
    expect(file.suggestedFilename()).toBe('绑定码-锦绣花园-9幢-2026-11-23.docx')
    await phone.see('已下载：9 张，1 页 A4。')
    return readSlipFile(readFileSync(await file.path()).toString('base64')).slips
  }
  const slips = await download()
  expect(new Set(slips.map(({ picture }) => picture)).size).toBe(9)
  await phone.picture('slips-screen')
  expect(await download()).toEqual(slips)
  expect((await player.call('resident-heping-1', 'bindHousehold', { code: slips[0]!.words[2]! })).household.label).toContain('9 幢')
  expect(phone.errors).toEqual([])
})

it.each([['dark', { dark: true }], ['large', { scale: 1.75 }]] as const)('the pages in %s are looked at', async (name, look) => {
  const phone = await openPhone(demo, OFFICE, look)
  await phone.go('office/pages/roster/index?estateId=jinxiu')
  await phone.see('下载模板')
  await phone.picture(`roster-${name}`)
  await choose(phone, await fileOf(`${name}.xlsx`, [['锦绣花园', '8', '1', '', '有人住', ''], ROWS[0]!, ROWS[0]!]), '选表格（.xlsx）')
  await phone.see('有 2 处要改')
  await phone.picture(`roster-faults-${name}`)
  await phone.go('office/pages/slips/index?estateId=jinxiu')
  await phone.page.getByRole('textbox', { name: '楼栋' }).first().fill('8')
  await phone.press('发绑定码')
  await modal(phone, '发码')
  await phone.see(/^8 幢(发好了|没有要发的)/)
  await phone.press('要第 1 份')
  await phone.see(/^已下载：/)
  await phone.picture(`slips-${name}`)
  expect(phone.errors).toEqual([])
})
