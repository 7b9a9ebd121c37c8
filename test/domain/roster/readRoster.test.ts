import { ROSTER_COLUMNS } from '../../../domain/roster/columns'
import { FAULTS_SHOWN_MAX, readRoster, ROSTER_ROWS_MAX } from '../../../domain/roster/readRoster'
import type { Cell, Spoilt } from '../../../domain/roster/cell'

const ESTATE = '锦绣花园'
const GOOD = { 小区: ESTATE, 楼栋: '3', 单元: '2', 房号: '501', 入住情况: '有人住', 手机号: '' } as const
const row = (part: Partial<Record<keyof typeof GOOD, Cell>> = {}): Cell[] => ROSTER_COLUMNS.map((column) => ({ ...GOOD, ...part })[column])
const spoilt = (kind: Spoilt['spoilt'], shown = ''): Spoilt => ({ spoilt: kind, shown })
const sheetOf = (rows: readonly (readonly Cell[])[]) => rows.map((cells, index) => ({ row: index + 1, cells }))
const read = (...rows: readonly (readonly Cell[])[]) => readRoster(sheetOf([ROSTER_COLUMNS, ...rows]), ESTATE)
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
    ['with the points of an export', { 楼栋: '1.0', 单元: '1.0', 房号: '301.0', 手机号: '13800000001.0' }, { address: { building: '1', unit: '1', room: '301' }, phones: ['13800000001'] }],
    ['with what a double adds to a number', { 房号: 302.00000000000006 }, { address: { room: '302' } }],
    ['with letters nobody sees', { 楼栋: '3\u200b', 房号: '\ufeff501', 入住情况: '有人住\u200b', 手机号: '\u202d138\u200b00000001\u202c\u00a0' }, { address: { building: '3', room: '501' }, status: 'occupied', phones: ['13800000001'] }],
    ['with the country before a number in the cell', { 手机号: 8613800000001 }, { phones: ['13800000001'] }],
    ['below the ground', { 楼栋: -1, 房号: '-101' }, { address: { building: '-1', room: '-101' } }],
    ['with numbers on two lines', { 手机号: '13800000001\n+86 138-0000-0002' }, { phones: ['13800000001', '13800000002'] }],
    ['with full-width commas and one number twice', { 手机号: '13800000001，13800000002；13800000001' }, { phones: ['13800000001', '13800000002'] }],
  ])('%s is read', (_, part, expected) => expect(householdsOf(read(row(part)))).toMatchObject([expected]))

  test('with its columns in another order', () => {
    const order = [5, 4, 3, 2, 1, 0]
    const turned = [ROSTER_COLUMNS, row({ 手机号: '13800000001' })].map((cells) => order.map((at) => cells[at]!))
    expect(householdsOf(readRoster(sheetOf(turned), ESTATE))).toMatchObject([{ address: { building: '3', unit: '2', room: '501' }, phones: ['13800000001'] }])
  })

  test('with blank rows: they are skipped, and the numbers of the others are those of the spreadsheet', () => {
    expect(householdsOf(readRoster(sheetOf([[null], ROSTER_COLUMNS, [null, ' \u200b'], row(), [], row({ 房号: '502' })]), ESTATE)).map(({ row: at }) => at)).toEqual([4, 6])
  })
})

describe('a roster that is wrong', () => {
  test.each<[string, Parameters<typeof row>[0], readonly string[]]>([
    ['no building', { 楼栋: '' }, ['2: 没有写楼栋（合并的单元格请先拆开，每行都写）']],
    ['a building that is only a suffix', { 楼栋: '幢' }, ['2: 没有写楼栋（合并的单元格请先拆开，每行都写）']],
    ['no room', { 房号: null }, ['2: 没有写房号（合并的单元格请先拆开，每行都写）']],
    ['neither building nor room, and no status', { 楼栋: '', 房号: '', 入住情况: '' }, ['2: 没有写楼栋（合并的单元格请先拆开，每行都写）', '2: 没有写房号（合并的单元格请先拆开，每行都写）', '2: 没有写入住情况']],
    ['a room of 21 letters', { 房号: 'A5'.repeat(11) }, ['2: “房号”太长，最多 20 个字']],
    ['another estate', { 小区: '和平小区' }, ['2: 小区写的是“和平小区”，不是“锦绣花园”']],
    ['no estate', { 小区: null }, ['2: 没有写小区（合并的单元格请先拆开，每行都写）']],
    ['an unknown status', { 入住情况: '不清楚' }, ['2: 入住情况写的是“不清楚”，请改成：有人住、空置、商用或已注销']],
    ['a number that is too short', { 手机号: '1380000000' }, ['2: 第 1 个手机号不对：应是 1 开头的 11 位数字，几个号码用顿号隔开（座机不能用来绑定，请删去）']],
    ['a landline behind a mobile', { 手机号: '13800000001、0573-8123456' }, ['2: 第 2 个手机号不对：应是 1 开头的 11 位数字，几个号码用顿号隔开（座机不能用来绑定，请删去）']],
    ['a number that a spreadsheet rounded', { 手机号: 1.38e22 }, ['2: 第 1 个手机号不对：应是 1 开头的 11 位数字，几个号码用顿号隔开（座机不能用来绑定，请删去）']],
    ['six numbers', { 手机号: [1, 2, 3, 4, 5, 6].map((last) => `1380000000${last}`).join('、') }, ['2: 一户最多登记 5 个手机号，现在有 6 个']],
    ['a room that became a date', { 房号: spoilt('date') }, ['2: “房号”被表格软件改成了日期或真假值。请把这一列的格式设成“文本”，再重新填写']],
    ['an error in the place of a number', { 手机号: spoilt('error', '#N/A') }, ['2: “手机号”是错误值“#N/A”，不是空白。请改成应写的内容，没有就清空这一格']],
    ['an error that came as words', { 单元: '#REF!' }, ['2: “单元”是错误值“#REF!”，不是空白。请改成应写的内容，没有就清空这一格']],
    ['a formula without its result', { 房号: spoilt('formula') }, ['2: “房号”是公式，文件里没有算出来的结果。请在表格软件里打开、保存一次，或把公式粘贴成数值']],
    ['two rooms', { 房号: '104、105' }, ['2: “房号”写了不止一个（“104、105”）。一行一户，请分成几行']],
    ['two rooms with a blank between', { 房号: '104 105' }, ['2: “房号”写了不止一个（“104 105”）。一行一户，请分成几行']],
    ['two rooms on two lines', { 房号: '104\n105' }, ['2: “房号”写了不止一个（“104 105”）。一行一户，请分成几行']],
    ['rooms from one to another', { 房号: '106-108' }, ['2: “房号”写了不止一个（“106-108”）。一行一户，请分成几行']],
    ['a stroke for no unit', { 单元: '/' }, ['2: “单元”写的是“/”，没有单元的请空着']],
    ['a word for no unit', { 单元: '无' }, ['2: “单元”写的是“无”，没有单元的请空着']],
    ['a stroke for a room', { 房号: '——' }, ['2: “房号”写的是“——”，看不出是哪里，请写号码']],
    ['building and unit in one cell', { 楼栋: '1幢1单元' }, ['2: “楼栋”写的是“1幢1单元”，把几列写在一起了。请把楼栋、单元、房号分开写']],
    ['a sign that is no number', { 房号: '501*' }, ['2: “房号”里的“*”看不懂，请只写号码']],
    ['an error, another estate and no status', { 小区: '和平小区', 房号: spoilt('error', '#N/A'), 入住情况: '' }, ['2: 小区写的是“和平小区”，不是“锦绣花园”', '2: “房号”是错误值“#N/A”，不是空白。请改成应写的内容，没有就清空这一格', '2: 没有写入住情况']],
    ['a room of which a spreadsheet ate the end', { 房号: 3.1 }, ['2: “房号”是小数 3.1，可能少了末尾的 0。请把这一列的格式设成“文本”，再重新填写']],
    ['a number that is somebody\'s', { 房号: '138 0000 0001' }, ['2: “房号”写的像是手机号或证件号，请改成房号']],
    ['a total', { 小区: '合 计', 楼栋: '', 房号: 2, 入住情况: '' }, ['2: 这一行是“合计”，不是住户。请删去这一行']],
    ['who made the sheet', { 小区: '制表：张三', 楼栋: '', 房号: '', 入住情况: '', 手机号: '2026-11-01' }, ['2: 这一行（“制表:张三”）不像住户：没有小区、楼栋和入住情况。不是住户就删去这一行']],
    ['the header once more', { 小区: '小区', 楼栋: '楼栋', 单元: '单元', 房号: '房号', 入住情况: '入住情况', 手机号: '手机号' }, ['2: 这一行又是表头。请删去，只留最上面的一行']],
    ['a status that became true', { 入住情况: spoilt('truth') }, ['2: “入住情况”被表格软件改成了日期或真假值。请把这一列的格式设成“文本”，再重新填写']],
  ])('%s is told by row and word', (_, part, expected) => expect(faultsOf(read(row(part)))).toEqual(expected))

  test.each<[string, readonly Cell[], string]>([
    ['a renamed column', ['小区', '幢号', '单元', '房号', '入住情况', '手机号'], '1: 表头与模板不一样：缺少 “楼栋”，多了 “幢号”。请照模板改表头，不要增减列'],
    ['a column too many', [...ROSTER_COLUMNS, '户主姓名'], '1: 表头与模板不一样：多了 “户主姓名”。请把多出的列整列删去：姓名、证件号、备注不要写进来'],
    ['a column too few', ROSTER_COLUMNS.slice(0, 5), '1: 表头与模板不一样：缺少 “手机号”。请照模板改表头，不要增减列'],
    ['a column twice', [...ROSTER_COLUMNS, '房号'], '1: 表头与模板不一样：“房号” 出现了不止一次。请照模板改表头，不要增减列'],
    ['a title above the header', ['锦绣花园住户名册'], '1: 表头与模板不一样：缺少 “小区”、“楼栋”、“单元”、“房号”、“入住情况”、“手机号”，多了 “锦绣花园住户名册”。请照模板改表头，不要增减列'],
  ])('%s is named', (_, header, expected) => expect(faultsOf(readRoster(sheetOf([header, row()]), ESTATE))).toEqual([expected]))

  test('a title, a column of its own and a column without a name are told at once, each with its row', () => {
    const header = ['序号', ...ROSTER_COLUMNS]
    expect(faultsOf(readRoster(sheetOf([['锦绣花园 住户名册'], header, ['1', ...row()], ['2', ...row({ 房号: '502' }), null, '张三 330106'], ['3', ...row({ 房号: '' })]]), ESTATE))).toEqual([
      '1: 表头上面多了一行（“锦绣花园 住户名册”）。请删去这一行，表头要在最上面',
      '2: 表头与模板不一样：多了 “序号”。请把多出的列整列删去：姓名、证件号、备注不要写进来',
      '4: I 列没有表头，却写了内容。姓名、证件号不要写进来，请删去这一列',
      '5: 没有写房号（合并的单元格请先拆开，每行都写）',
    ])
  })

  test.each<[string, readonly (readonly Cell[])[], RegExp]>([
    ['nothing', [], /什么也没有/],
    ['blank rows', [[null], [' ']], /什么也没有/],
    ['a header alone', [ROSTER_COLUMNS], /只有表头/],
  ])('a file with %s', (_, rows, expected) => expect(readRoster(sheetOf(rows), ESTATE)).toMatchObject({ ok: false, faults: [{ row: null, words: expect.stringMatching(expected) as string }], total: 1 }))

  test('the same household twice, however it is written, is told with both rows', () => {
    expect(faultsOf(read(row(), row({ 楼栋: '03栋', 房号: '502' }), row({ 楼栋: '３幢', 单元: '2单元', 房号: '0501' }), row({ 楼栋: '3#' })))).toEqual([
      '4: 与第 2 行是同一户（3 幢 2 单元 501），请留一行', '5: 与第 2 行是同一户（3 幢 2 单元 501），请留一行',
    ])
  })

  test('two addresses that differ only in how their numbers are written are a question, with both rows', () => {
    expect(faultsOf(read(row({ 楼栋: '东一幢' }), row({ 楼栋: '东1幢' }), row({ 房号: '3O1' }), row({ 房号: '301' }), row({ 房号: '30' })))).toEqual([
      '3: “东1 幢 2 单元 501”与第 2 行的“东一 幢 2 单元 501”只差数字的写法。是同一户就写成一样的、只留一行；不是同一户，请把号码写清楚',
      '5: “3 幢 2 单元 301”与第 4 行的“3 幢 2 单元 3O1”只差数字的写法。是同一户就写成一样的、只留一行；不是同一户，请把号码写清楚',
    ])
  })

  test('20,000 households are taken and one more is not', () => {
    const rows = Array.from({ length: ROSTER_ROWS_MAX }, (_, index) => row({ 房号: index }))
    expect(householdsOf(read(...rows))).toHaveLength(ROSTER_ROWS_MAX)
    expect(faultsOf(read(...rows, row({ 房号: '1000000' })))).toEqual(['null: 一次最多导入 20000 户，表里不止这些，请按楼栋分成几个文件'])
  })

  test('a hundred faults are shown and all are counted; nothing of the file is taken', () => {
    const result = read(...Array.from({ length: 101 }, () => row({ 房号: '' })), row())
    expect(result).toMatchObject({ ok: false, total: 101 })
    expect(result.ok || result.faults.length).toBe(FAULTS_SHOWN_MAX)
  })

  test.each<[string, () => ReturnType<typeof readRoster>]>([
    ['one too long', () => read(row({ 手机号: '138000000019' }))],
    ['in every other column', () => read(...(['小区', '楼栋', '单元', '房号', '入住情况'] as const).map((column) => row({ [column]: '13800000001' })))],
    ['alone in a row', () => read([null, null, null, null, null, '13800000001'])],
    ['above the header', () => readRoster(sheetOf([['联系 13800000001'], ROSTER_COLUMNS, row()]), ESTATE)],
    ['in the place of the header', () => readRoster(sheetOf([row({ 手机号: '13800000001' })]), ESTATE)],
    ['in a column without a name', () => read([...row(), '13800000001'])],
  ])('no fault repeats a phone number: %s', (_, reading) => {
    const result = reading()
    expect(result.ok).toBe(false)
    expect(JSON.stringify(result)).not.toContain('138000')
  })
})
