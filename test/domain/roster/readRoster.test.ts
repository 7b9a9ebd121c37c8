import { ROSTER_COLUMNS } from '../../../domain/roster/columns'
import { FAULTS_SHOWN_MAX, readRoster, ROSTER_ROWS_MAX } from '../../../domain/roster/readRoster'
import type { Cell } from '../../../domain/roster/cell'

const ESTATE = '锦绣花园'
const GOOD = { 小区: ESTATE, 楼栋: '3', 单元: '2', 房号: '501', 入住情况: '有人住', 手机号: '' } as const
const row = (part: Partial<Record<keyof typeof GOOD, Cell>> = {}): Cell[] => ROSTER_COLUMNS.map((column) => ({ ...GOOD, ...part })[column])
const read = (...rows: readonly (readonly Cell[])[]) => readRoster([ROSTER_COLUMNS, ...rows], ESTATE)
const householdsOf = (result: ReturnType<typeof readRoster>) => {
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.households
}
const faultsOf = (result: ReturnType<typeof readRoster>) => (result.ok ? [] : result.faults.map(({ row: at, words }) => `${at}: ${words}`))

describe('a roster as people write it', () => {
  test.each<[string, Parameters<typeof row>[0], object]>([
    ['plain', {}, { address: { building: '3', unit: '2', room: '501' }, status: 'occupied', phones: [] }],
    ['with its suffixes and zeros', { 楼栋: '03幢', 单元: '2单元', 房号: '0501室' }, { address: { building: '3', unit: '2', room: '501' } }],
    ['in full width', { 楼栋: '３号楼', 房号: '５０１' }, { address: { building: '3', room: '501' } }],
    ['with numbers in the cells', { 楼栋: 3, 单元: 2, 房号: 501, 手机号: 13800000001 }, { address: { building: '3', unit: '2', room: '501' }, phones: ['13800000001'] }],
    ['without a unit', { 单元: null }, { address: { building: '3', unit: '', room: '501' } }],
    ['with letters', { 房号: 'a-12' }, { address: { room: 'A-12' } }],
    ['with blanks around', { 小区: ' 锦绣 花园 ', 入住情况: ' 空 置 ' }, { status: 'vacant' }],
    ['empty', { 入住情况: '未入住' }, { status: 'vacant' }],
    ['a shop', { 入住情况: '商铺' }, { status: 'business' }],
    ['let', { 入住情况: '出租' }, { status: 'occupied' }],
    ['pulled down', { 入住情况: '已注销' }, { status: 'removed' }],
    ['with two numbers', { 手机号: '13800000001、138 0000 0002' }, { phones: ['13800000001', '13800000002'] }],
    ['with numbers between blanks', { 手机号: '13800000001 13800000002' }, { phones: ['13800000001', '13800000002'] }],
    ['with numbers on two lines', { 手机号: '13800000001\n+86 138-0000-0002' }, { phones: ['13800000001', '13800000002'] }],
    ['with full-width commas and one number twice', { 手机号: '13800000001，13800000002；13800000001' }, { phones: ['13800000001', '13800000002'] }],
  ])('%s is read', (_, part, expected) => expect(householdsOf(read(row(part)))).toMatchObject([expected]))

  test('with its columns in another order', () => {
    const order = [5, 4, 3, 2, 1, 0]
    const turned = [ROSTER_COLUMNS, row({ 手机号: '13800000001' })].map((cells) => order.map((at) => cells[at]!))
    expect(householdsOf(readRoster(turned, ESTATE))).toMatchObject([{ address: { building: '3', unit: '2', room: '501' }, phones: ['13800000001'] }])
  })

  test('with blank rows: they are skipped, and the numbers of the others are those of the spreadsheet', () => {
    expect(householdsOf(readRoster([[null], ROSTER_COLUMNS, [null, ' '], row(), [], row({ 房号: '502' })], ESTATE)).map(({ row: at }) => at)).toEqual([4, 6])
  })
})

describe('a roster that is wrong', () => {
  test.each<[string, Parameters<typeof row>[0], readonly string[]]>([
    ['no building', { 楼栋: '' }, ['2: 没有写楼栋（合并的单元格请先拆开，每行都写）']],
    ['a building that is only a suffix', { 楼栋: '幢' }, ['2: 没有写楼栋（合并的单元格请先拆开，每行都写）']],
    ['no room', { 房号: null }, ['2: 没有写房号（合并的单元格请先拆开，每行都写）']],
    ['neither building nor room, and no status', { 楼栋: '', 房号: '', 入住情况: '' }, ['2: 没有写楼栋（合并的单元格请先拆开，每行都写）', '2: 没有写房号（合并的单元格请先拆开，每行都写）', '2: 没有写入住情况']],
    ['a room of 21 letters', { 房号: '5'.repeat(21) }, ['2: “房号”太长，最多 20 个字']],
    ['another estate', { 小区: '和平小区' }, ['2: 小区写的是“和平小区”，不是“锦绣花园”']],
    ['no estate', { 小区: null }, ['2: 没有写小区（合并的单元格请先拆开，每行都写）']],
    ['an unknown status', { 入住情况: '不清楚' }, ['2: 入住情况写的是“不清楚”，请改成：有人住、空置、商用或已注销']],
    ['a number that is too short', { 手机号: '1380000000' }, ['2: 第 1 个手机号不对：应是 1 开头的 11 位数字，几个号码用顿号隔开（座机不能用来绑定，请删去）']],
    ['a landline behind a mobile', { 手机号: '13800000001、0573-8123456' }, ['2: 第 2 个手机号不对：应是 1 开头的 11 位数字，几个号码用顿号隔开（座机不能用来绑定，请删去）']],
    ['a number that a spreadsheet rounded', { 手机号: 1.38e22 }, ['2: 第 1 个手机号不对：应是 1 开头的 11 位数字，几个号码用顿号隔开（座机不能用来绑定，请删去）']],
    ['six numbers', { 手机号: [1, 2, 3, 4, 5, 6].map((last) => `1380000000${last}`).join('、') }, ['2: 一户最多登记 5 个手机号，现在有 6 个']],
    ['a room that became a date', { 房号: new Date(0) }, ['2: “房号”被表格软件改成了日期或真假值。请把这一列的格式设成“文本”，再重新填写']],
    ['a status that became true', { 入住情况: true }, ['2: “入住情况”被表格软件改成了日期或真假值。请把这一列的格式设成“文本”，再重新填写']],
  ])('%s is told by row and word', (_, part, expected) => expect(faultsOf(read(row(part)))).toEqual(expected))

  test.each<[string, readonly Cell[], string]>([
    ['a renamed column', ['小区', '幢号', '单元', '房号', '入住情况', '手机号'], '1: 表头与模板不一样：缺少 “楼栋”，多了 “幢号”。请照模板改表头，不要增减列'],
    ['a column too many', [...ROSTER_COLUMNS, '户主姓名'], '1: 表头与模板不一样：多了 “户主姓名”。请照模板改表头，不要增减列'],
    ['a column too few', ROSTER_COLUMNS.slice(0, 5), '1: 表头与模板不一样：缺少 “手机号”。请照模板改表头，不要增减列'],
    ['a column twice', [...ROSTER_COLUMNS, '房号'], '1: 表头与模板不一样：“房号” 出现了不止一次。请照模板改表头，不要增减列'],
    ['a title above the header', ['锦绣花园住户名册'], '1: 表头与模板不一样：缺少 “小区”、“楼栋”、“单元”、“房号”、“入住情况”、“手机号”，多了 “锦绣花园住户名册”。请照模板改表头，不要增减列'],
  ])('%s is named', (_, header, expected) => expect(faultsOf(readRoster([header, row()], ESTATE))).toEqual([expected]))

  test.each<[string, readonly (readonly Cell[])[], RegExp]>([
    ['nothing', [], /什么也没有/],
    ['blank rows', [[null], [' ']], /什么也没有/],
    ['a header alone', [ROSTER_COLUMNS], /只有表头/],
  ])('a file with %s', (_, rows, expected) => expect(readRoster(rows, ESTATE)).toMatchObject({ ok: false, faults: [{ row: null, words: expect.stringMatching(expected) as string }], total: 1 }))

  test('the same household twice, however it is written, is told with both rows', () => {
    expect(faultsOf(read(row(), row({ 楼栋: '03栋', 房号: '502' }), row({ 楼栋: '３幢', 单元: '2单元', 房号: '0501' }), row({ 楼栋: '3#' })))).toEqual([
      '4: 与第 2 行是同一户（3 幢 2 单元 501），请留一行', '5: 与第 2 行是同一户（3 幢 2 单元 501），请留一行',
    ])
  })

  test('20,000 households are taken and one more is not', () => {
    const rows = Array.from({ length: ROSTER_ROWS_MAX }, (_, index) => row({ 房号: index }))
    expect(householdsOf(read(...rows))).toHaveLength(ROSTER_ROWS_MAX)
    expect(faultsOf(read(...rows, row({ 房号: '1000000' })))).toEqual(['null: 一次最多导入 20000 户，表里有 20001 户，请按楼栋分成几个文件'])
  })

  test('a hundred faults are shown and all are counted; nothing of the file is taken', () => {
    const result = read(...Array.from({ length: 101 }, () => row({ 房号: '' })), row())
    expect(result).toMatchObject({ ok: false, total: 101 })
    expect(result.ok || result.faults.length).toBe(FAULTS_SHOWN_MAX)
  })

  test('no fault repeats a phone number', () => expect(JSON.stringify(read(row({ 手机号: '138000000019' })))).not.toContain('138000'))
})
