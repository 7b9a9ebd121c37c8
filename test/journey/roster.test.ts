import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { randomFillSync } from 'node:crypto'
import { ROSTER_COLUMNS } from '../../domain/roster/columns'
import { instantOf } from '../../domain/time/beijing'
import { startCloud, type Cloud } from '../../local-cloud/start'
import { installTown } from '../../scripts/demo/install'
import { playerOn, type Player } from '../../scripts/play/player'
import type { Actions } from '../../types/api'
import { builtFunctions } from '../support/bundles'
import { HEADER, xlsxOf, type Value } from '../support/roster'
import { blankRowOf, bookOf, rowOf, zipOf } from '../support/xlsx'

const OFFICE = 'office-1'
const NAME = '锦绣花园'
const FOLDER = path.resolve('test/fixtures/roster')
/** The platform's, for a function whose config.json names none. */
const MEMORY_MB = 256

let cloud: Cloud
let player: Player
let bundles: Awaited<ReturnType<typeof builtFunctions>>

beforeAll(async () => {
  bundles = await builtFunctions()
  cloud = await startCloud({ dataDir: ':memory:', functionsDir: bundles.directory, timers: false, quiet: true, processesMax: 1 })
  cloud.clock.freezeAt(instantOf('2026-11-23', '09:00'))
  installTown(cloud, '2026-11')
  player = playerOn(cloud)
})
afterAll(async () => {
  await cloud?.close()
  bundles?.remove()
})

async function send(bytes: Uint8Array): Promise<string> {
  const { paths: [path] } = await player.call(OFFICE, 'openUploads', { kind: 'roster' })
  return player.upload(OFFICE, path!, Buffer.from(bytes))
}
const check = async (bytes: Uint8Array) => player.call(OFFICE, 'checkRoster', { estateId: 'jinxiu', fileId: await send(bytes) })
const wordsOf = ({ faults }: Actions['checkRoster']['reply']) => faults.map(({ row, words }) => `${row ?? '文件'}: ${words}`)
const fixture = (name: string) => new Uint8Array(readFileSync(path.join(FOLDER, name)))

type Right = { readonly total: number; readonly unchanged?: number; readonly sheet?: string } | { readonly faults: readonly (readonly [row: number | null, words: RegExp])[] }
const SAME = /^与第 2 行是同一户（12 幢 1 单元 301），请留一行$/
const CASES: Readonly<Record<string, Right>> = {
  'z_1200.xlsx': { total: 1200 },
  'w_300_borders_to_3500.xlsx': { total: 300 },
  'x11b_same_house.xlsx': { faults: [3, 4, 5, 6, 7, 8].map((row) => [row, SAME] as const) },
  'x02b_dot0_text_no_phone.xlsx': { total: 2, unchanged: 1 },
  'r09b_system_export_nophone.xlsx': { total: 5, unchanged: 1 },
  'x05_error.xlsx': { faults: [[2, /^“手机号”是错误值“#N\/A”，不是空白/]] },
  'x10_invisible.xlsx': { total: 6 },
  'x26_number_room_float.xlsx': { total: 4 },
  'w_odd_rooms.xlsx': { faults: [[2, /104、105.*请分成几行/], [3, /106-108.*请分成几行/], [4, /1幢1单元.*分开写/], [5, /“\/”，没有单元的请空着/], [6, /“单元”是错误值“#REF!”/]] },
  'x16_two_sheets.xlsx': { faults: [[null, /“2幢”里也有住户.*只读第一张看得见的工作表（“Sheet1”）.*再删去其余几张/]] },
  'r05_sheet_per_building.xlsx': { faults: [[null, /“2幢”、“3幢”里也有住户.*（“1幢”）/]] },
  'x17_hidden_first_sheet.xlsx': { total: 5, sheet: '2幢' },
  'x14_unnamed_col.xlsx': { faults: [[2, /^G 列没有表头，却写了内容.*请删去这一列$/]] },
  'x27_title_merged.xlsx': { faults: [[1, /“锦绣花园 2026 年住户名册”.*请删去这一行/]] },
  'r01_property_office.xlsx': { faults: [[1, /业主信息登记表.*请删去这一行/], [2, /多了 “序号”、“业主姓名”、“备注”/], [23, /“合计”，不是住户/], [25, /“填表人:”.*删去这一行/]] },
  'x28_total_row.xlsx': { faults: [[3, /“合计”，不是住户/], [4, /“制表:张三”.*删去这一行/]] },
  'x07_no_refs.xlsx': { total: 2 },
}

test('every file of a property office has its right end', () => expect(Object.keys(CASES).sort()).toEqual(readdirSync(FOLDER).sort()))

test.each(Object.entries(CASES))('%s ends as it must, in the function that is deployed', async (name, right) => {
  const reply = await check(fixture(name))
  if ('total' in right) {
    expect([wordsOf(reply), reply.found?.total]).toEqual([[], right.total])
    if (right.unchanged !== undefined) expect(reply.found).toMatchObject({ unchanged: right.unchanged })
    if (right.sheet !== undefined) expect(reply.sheets).toEqual({ read: right.sheet, unread: [{ name: 'WpsReserved_CellImgList', isHidden: true }] })
  } else {
    expect(reply.found).toBeNull()
    expect(reply.faults.map(({ row }) => row)).toEqual(right.faults.map(([row]) => row))
    right.faults.forEach(([, words], index) => expect(reply.faults[index]!.words).toMatch(words))
  }
})

test('1,200 households of a real file are taken over', async () => {
  const { found } = await check(fixture('z_1200.xlsx'))
  for (let done = 0; done < 1200; ) ({ done } = await player.call(OFFICE, 'applyRoster', { importId: found!.importId }))
  expect((await player.call(OFFICE, 'listHouseholds', { estateId: 'jinxiu', building: '第六幢', room: '１００４.0' })).households.map(({ label }) => label)).toEqual([1, 2, 3, 4, 5].map((unit) => `6 幢 ${unit} 单元 1004`))
})

const stored = () => cloud.engine.sql.prepare('SELECT path FROM files ORDER BY path').all([]).map(([file]) => String(file))
test('of all these files none is left; one that nobody read is gone two days later, where there is not one photo', async () => {
  expect(stored()).toEqual([])
  await send(fixture('z_1200.xlsx'))
  expect(stored()).toEqual([expect.stringMatching(/^uploads\/[0-9a-f]{32}\/\d+\.xlsx$/)])
  cloud.clock.freezeAt(instantOf('2026-11-24', '23:59'))
  await player.beat()
  expect(stored()).toHaveLength(1)
  cloud.clock.freezeAt(instantOf('2026-11-25', '00:01'))
  await player.beat()
  expect(stored()).toEqual(['clock/here.txt'])
})

/** The peak of the process while it reads a file, as the platform counts it. */
async function peakOf(bytes: Uint8Array): Promise<{ readonly reply: Actions['checkRoster']['reply']; readonly memoryMb: number }> {
  const reply = await check(bytes)
  const run = cloud.invocations().at(-1)!
  expect(run).toMatchObject({ functionName: 'api', ok: true })
  return { reply, memoryMb: run.memoryMb! }
}
const HEADER_ROW = rowOf(1, ROSTER_COLUMNS)
const homeRow = (row: number) => rowOf(row, [NAME, '8', '1', String(row), '有人住', ''])
const rows = (from: number, count: number, row: (row: number) => string) => Array.from({ length: count }, (_, index) => row(from + index)).join('')
const LARGE = /^文件: 表格展开后太大/

test.each<[string, () => Uint8Array | Promise<Uint8Array>, { total: number } | RegExp]>([
  ['20,000 households with two numbers each', () => xlsxOf([HEADER, ...Array.from({ length: 20_000 }, (_, index): Value[] => [NAME, `${(index % 50) + 100}幢`, '1单元', String(index + 1), '有人住', `${13_800_000_000 + index}、${13_900_000_000 + index}`])]), { total: 20_000 }],
  ['20,000 households with their words in the cells', () => bookOf({ sheets: [{ name: '住户', rows: HEADER_ROW + rows(2, 20_000, (row) => rowOf(row, [NAME, '8', '1', String(row), '有人住', `${13_800_000_000 + row}、${13_900_000_000 + row}`])) }], styles: '<cellXfs><xf/><xf/></cellXfs>' }), { total: 20_000 }],
  ['300,000 blank rows with borders behind 300 households', () => bookOf({ sheets: [{ name: '住户', rows: HEADER_ROW + rows(2, 300, homeRow) + rows(302, 300_000, (row) => blankRowOf(row)) }] }), { total: 300 }],
  ['blank cells with borders out to the last of 16,384 columns', () => bookOf({ sheets: [{ name: '住户', rows: HEADER_ROW + rows(2, 30, homeRow) + rows(32, 200, (row) => blankRowOf(row, 16_384)) }] }), { total: 30 }],
  ['a million and more blank rows', () => bookOf({ sheets: [{ name: '住户', rows: HEADER_ROW + rows(2, 3, homeRow) + `<row>${'<c s="1"/>'.repeat(6)}</row>`.repeat(1_040_000) }] }), LARGE],
  ['half a gigabyte of blanks that claims to be small', () => bookOf({ sheets: [{ name: '住户', rows: HEADER_ROW + ' '.repeat(400 * 1024 * 1024) }], claims: 1000 }), LARGE],
  ['shared strings without end', () => bookOf({ sheets: [{ name: '住户', rows: HEADER_ROW }], strings: '<si><t>ab</t></si>'.repeat(1_500_000) }), LARGE],
  ['shared strings one within the other', () => bookOf({ sheets: [{ name: '住户', rows: HEADER_ROW + rows(2, 3, homeRow) }], strings: '<si>'.repeat(1_000_000) + '</si>'.repeat(1_000_000) }), LARGE],
  ['one string of twenty megabytes', () => bookOf({ sheets: [{ name: '住户', rows: HEADER_ROW }], strings: `<si><t>${'字'.repeat(7_000_000)}</t></si>` }), LARGE],
  ['more styles than there may be', () => bookOf({ sheets: [{ name: '住户', rows: HEADER_ROW }], styles: `<cellXfs>${'<xf numFmtId="0"/>'.repeat(1_000_000)}</cellXfs>` }), LARGE],
  ['two million rows of one letter', () => bookOf({ sheets: [{ name: '住户', rows: HEADER_ROW + '<row><c><v>1</v></c></row>'.repeat(2_000_000) }] }), /^文件: 一次最多导入 20000 户，表里不止这些/],
  ['a letter in the last column of 20,000 rows', () => bookOf({ sheets: [{ name: '住户', rows: HEADER_ROW + rows(2, 20_000, (row) => `<row r="${row}"><c r="XFD${row}"><v>1</v></c></row>`) }] }), /^2: BM 列没有表头/],
  ['five megabytes of noise', () => zipOf([{ name: 'xl/workbook.xml', content: randomFillSync(new Uint8Array(4_900_000)) }]), /^文件: 这不是可以读取的 Excel/],
])('%s: the function ends by itself, within its memory', async (_, file, right) => {
  const { reply, memoryMb } = await peakOf(await file())
  if (right instanceof RegExp) expect(wordsOf(reply)[0]).toMatch(right)
  else expect([wordsOf(reply), reply.found?.total]).toEqual([[], right.total])
  expect(memoryMb).toBeLessThan(MEMORY_MB)
  if (process.env.SHOW_PEAKS) process.stdout.write(`${_}: ${memoryMb} MB, ${cloud.invocations().at(-1)!.milliseconds} ms\n`)
})
