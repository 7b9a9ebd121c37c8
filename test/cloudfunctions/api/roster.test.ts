import { HEADER, rosterPlace, sentRoster, uploadsIn, xlsxOf, type Value } from '../../support/roster'
import { bookOf, rowOf } from '../../support/xlsx'
import { householdAt, HOME, invited, membersAt, slipOf } from '../../support/households'
import { beginning } from '../../support/killed'
import { AUDITOR, NEIGHBOUR, OFFICE, OFFICE_2, RESIDENT } from '../../support/stories'
import { openTown, personId, type Town } from '../../support/town'
import { twoTowns } from '../../support/secondTown'

const ESTATE = { estateId: 'jinxiu' } as const
const NAME = '锦绣花园'
/** The demo's roster says so of 2-2-501. */
const home = (place: string, status = '有人住', phones: Value = ''): Value[] => [NAME, ...place.split('-'), status, phones]
const ALL = ['1', '2', '3'].flatMap((building) => ['1', '2'].flatMap((unit) => ['301', '501'].map((room) => `${building}-${unit}-${room}`)))
const PRESENT = ALL.map((place) => home(place, place === '2-2-501' ? '空置' : '有人住'))

let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

async function check(rows: readonly (readonly Value[])[] | Uint8Array, { at = town, estateId = 'jinxiu', by = OFFICE } = {}) {
  const fileId = await sentRoster(at, by, rows instanceof Uint8Array ? rows : await xlsxOf([HEADER, ...rows]))
  return at.ok(by, 'checkRoster', { estateId, fileId })
}
async function checked(rows: readonly (readonly Value[])[], at = town) {
  const { found, faults } = await check(rows, { at })
  if (!found) throw new Error(JSON.stringify(faults))
  return found
}
async function applied(importId: string, at = town): Promise<number> {
  for (let calls = 1; calls <= 50; calls += 1) {
    const { done, total } = await at.ok(OFFICE, 'applyRoster', { importId })
    if (done === total) return calls
  }
  throw new Error('the import does not end')
}
const imported = async (rows: readonly (readonly Value[])[]) => applied((await checked(rows)).importId)
const historyAt = (place: string) => town.one('households', householdAt(place)).history.map(({ status, reason, by }) => [status, reason, by])

describe('a roster is checked', () => {
  test('and what it would change is told, and nothing is changed', async () => {
    const before = town.all('households')
    expect(await check([...PRESENT.slice(0, 11), home('9-1-101'), home('9-1-102', '空置', '13911112222')])).toEqual({
      faults: [], faultCount: 0, found: { importId: expect.any(String) as string, total: 13, added: 2, changed: 0, unchanged: 11, absent: 1 },
      sheets: { read: 'Sheet1', unread: [] },
    })
    expect(town.all('households')).toEqual(before)
  })

  test('and households that are gone already are missed by nobody', async () => {
    await town.ok(OFFICE, 'setHouseholdStatus', { householdId: householdAt('3-2-301'), status: 'removed', reason: '并户' })
    expect((await check(PRESENT.filter((row) => row[1] !== '3'))).found).toMatchObject({ absent: 3 })
  })

  test('and with one wrong row nothing of it can be taken over', async () => {
    const { found, faults, faultCount } = await check([...PRESENT, home('4-1-101', '不知道'), home('04幢-1-102'), home('4-1-0102')])
    expect([found, faultCount]).toEqual([null, 2])
    expect(faults.map(({ row }) => row)).toEqual([14, 16])
    expect([town.all('rosterImports'), town.all('rosterPages')]).toEqual([[], []])
  })

  test.each<[string, () => Promise<Uint8Array> | Uint8Array, RegExp]>([
    ['a text', () => new TextEncoder().encode('小区,楼栋'), /不是可以读取的 Excel/],
    ['a photo', () => Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), /不是可以读取的 Excel/],
    ['nothing', () => Uint8Array.of(), /不是可以读取的 Excel/],
    ['an archive that breaks off', async () => (await xlsxOf([HEADER, ...PRESENT])).slice(0, 900), /不是可以读取的 Excel/],
    ['an archive of something else', () => Uint8Array.from([0x50, 0x4b, 5, 6, ...new Array<number>(18).fill(0)]), /不是可以读取的 Excel/],
    ['six megabytes', () => new Uint8Array(6 * 1024 * 1024), /文件太大/],
    ['an empty sheet', () => xlsxOf([[null]]), /什么也没有/],
    ['another header', () => xlsxOf([['小区', '幢', '单元', '房号', '入住情况', '手机号'], ...PRESENT]), /缺少 “楼栋”，多了 “幢”/],
    ['a date for a room', () => xlsxOf([HEADER, [NAME, '3', '2', new Date(Date.UTC(2026, 2, 2)), '有人住', '']]), /“房号”被表格软件改成了日期/],
  ])('a file that holds %s is told in words', async (_, file, words) => {
    const { found, faults } = await check(await file())
    expect([found, faults.length]).toEqual([null, 1])
    expect(faults[0]!.words).toMatch(words)
  })

  test('and what breaks within us is our mistake, with a number to ask about, and no fault of the file', async () => {
    const fileId = await sentRoster(town, OFFICE, await xlsxOf([HEADER, ...PRESENT]))
    jest.spyOn(console, 'error').mockImplementation(() => undefined)
    jest.spyOn(TextDecoder.prototype, 'decode').mockImplementation(() => { throw new Error('out of order') })
    const envelope = await town.call(OFFICE, 'checkRoster', { ...ESTATE, fileId })
    jest.restoreAllMocks()
    expect(envelope).toMatchObject({ ok: false, code: 'INTERNAL', errorId: 'e-test' })
  })

  test('and which sheet was read is told, also when the answer was lost', async () => {
    const fileId = await sentRoster(town, OFFICE, bookOf({ sheets: [{ name: '旧', state: 'hidden', rows: rowOf(1, ['x']) }, { name: '住户', rows: rowOf(1, HEADER) + rowOf(2, home('9-1-101') as string[]) }, { name: '空', rows: '' }, { name: '说明', rows: rowOf(1, ['列', '怎么填']) + rowOf(2, ['小区', '全称']) }] }))
    const first = await town.ok(OFFICE, 'checkRoster', { ...ESTATE, fileId })
    expect(first.sheets).toEqual({ read: '住户', unread: [{ name: '旧', isHidden: true }, { name: '说明', isHidden: false }] })
    expect((await town.ok(OFFICE, 'checkRoster', { ...ESTATE, fileId })).sheets).toEqual(first.sheets)
  })

  test('and an export that was written as a stream is read', async () => {
    const { found } = await check(bookOf({ sheets: [{ name: '住户', rows: rowOf(1, HEADER) + rowOf(2, home('9-1-101') as string[]) }], isWide: true }))
    expect(found).toMatchObject({ total: 1, added: 1 })
  })

  test.each<[string, string, readonly string[], string]>([
    ['a formula with its result', '<c t="str"><f>A1</f><v>9</v></c>', [], '9 幢'],
    ['rich text, without how it is said', '<c t="inlineStr"><is><r><t>第</t></r><r><t>九幢</t></r><rPh><t>jiu</t></rPh></is></c>', [], '9 幢'],
    ['a number in scientific notation', '<c><v>1.2E1</v></c>', [], '12 幢'],
    ['a line break as XML cannot write it', '<c t="inlineStr"><is><t>9_x000D_</t></is></c>', [], '9 幢'],
    ['a formula without a result', '<c><f>A1</f></c>', ['“楼栋”是公式'], ''],
    ['a date by its style', '<c s="1"><v>46083</v></c>', ['“楼栋”被表格软件改成了日期'], ''],
    ['a date by a style of its own', '<c s="2"><v>46083</v></c>', ['“楼栋”被表格软件改成了日期'], ''],
    ['a number with a style that quotes letters', '<c s="3"><v>9</v></c>', [], '9 幢'],
    ['truth', '<c t="b"><v>1</v></c>', ['“楼栋”被表格软件改成了日期或真假值'], ''],
    ['an error of a formula', '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', ['“楼栋”是错误值“#DIV/0!”'], ''],
    ['a string that is not there', '<c t="s"><v>99</v></c>', ['“楼栋”是错误值'], ''],
  ])('a cell with %s is read as what it is', async (_, building, faults, label) => {
    const styles = '<numFmts><numFmt numFmtId="170" formatCode="[$-804]yyyy&quot;年&quot;m"/><numFmt numFmtId="171" formatCode="0&quot;dh&quot;[Red]_-"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>'
    const text = (words: string) => `<c t="inlineStr"><is><t>${words}</t></is></c>`
    const rows = `<row>${HEADER.map(text).join('')}</row><row>${text(NAME)}${building}${text('1')}${text('101')}${text('有人住')}</row>`
    const { faults: told, found } = await check(bookOf({ sheets: [{ name: '住户', rows }], styles }))
    expect(told.map(({ words }) => words)).toEqual(faults.map((start) => expect.stringContaining(start) as string))
    expect(told.map(({ row }) => row)).toEqual(faults.map(() => 2))
    if (!found) return
    await applied(found.importId)
    expect(town.all('households').map((household) => household.label)).toContain(`${label} 1 单元 101`)
  })

  test('and of the file, right or wrong, nothing stays in the storage', async () => {
    await check(PRESENT)
    await check([home('x')])
    expect(town.storage.stored.size).toBe(0)
  })

  test('and an answer that was lost is told again; a file that is not there is asked for', async () => {
    const fileId = await sentRoster(town, OFFICE, await xlsxOf([HEADER, ...PRESENT]))
    const first = await town.ok(OFFICE, 'checkRoster', { ...ESTATE, fileId })
    expect(await town.ok(OFFICE, 'checkRoster', { ...ESTATE, fileId })).toEqual(first)
    expect(await town.code(OFFICE, 'checkRoster', { ...ESTATE, fileId: await rosterPlace(town, OFFICE) })).toBe('ROSTER_FILE_GONE')
  })

  test('and no number stands anywhere, only its keyed hash', async () => {
    await checked([home('9-1-101', '有人住', '13911112222')])
    expect(town.dump()).not.toContain('13911112222')
  })
})

describe('a roster is taken over', () => {
  test('new households are there, with their numbers; a changed status has one more line of history', async () => {
    await imported([...PRESENT.filter((row) => row[1] !== '2'), home('2-2-501', '有人住'), home('2-1-301', '商铺'), home('9-1-101', '有人住', '13911112222')])
    expect(historyAt('9-1-101')).toEqual([['occupied', '名册', personId(OFFICE)]])
    expect(historyAt('2-2-501').slice(1)).toEqual([['occupied', '名册导入', personId(OFFICE)]])
    expect(historyAt('2-1-301').slice(1)).toEqual([['business', '名册导入', personId(OFFICE)]])
    expect(town.all('rosterPages')).toEqual([])
    expect((await town.ok('newcomer-1', 'bindByPhone', { phoneCode: 'phone-13911112222', relation: 'lives' })).household?.label).toBe('9 幢 1 单元 101')
  })

  test('members, slips and spent ballots stay; numbers of the file take the place of the old ones', async () => {
    await invited(town, RESIDENT, NEIGHBOUR)
    await town.store.set('households', { ...town.one('households', householdAt(HOME)), spentIn: ['survey-1'] })
    const [before, other] = [town.one('households', householdAt(HOME)), town.one('households', householdAt('1-2-301'))]
    await imported([home(HOME, '商用', '13911112222'), home('1-2-301')])
    expect(town.one('households', householdAt(HOME))).toMatchObject({ members: before.members, slipId: before.slipId, spentIn: ['survey-1'], status: 'business' })
    expect(town.one('households', householdAt(HOME)).phoneHashes).toHaveLength(1)
    expect(town.one('households', householdAt('1-2-301'))).toEqual(other)
  })

  test('who is not in the file stays as he is', async () => {
    const before = town.one('households', householdAt('3-2-301'))
    await imported([home('1-1-301', '空置')])
    expect(town.one('households', householdAt('3-2-301'))).toEqual(before)
  })

  describe('with households whose addresses came in as they were once spelled', () => {
    /** As an earlier reading kept it, under the id of that spelling. */
    const oldHousehold = (building: string, room = '501', status: 'occupied' | 'removed' = 'occupied') => {
      const before = town.one('households', householdAt(HOME))
      return { ...before, _id: `hold${building}${room}`, building, room, status, label: `${building} 幢 2 单元 ${room}`, order: `${building} 00002 00${room}`, members: [], slipId: null }
    }

    test('a row finds the one it is about, writes its address as it is now, and makes no second household', async () => {
      await town.store.set('households', { ...oldHousehold('第八'), members: town.one('households', householdAt(HOME)).members })
      const before = town.all('households').length
      expect(await checked([home('8-2-501')])).toMatchObject({ added: 0, changed: 1 })
      await imported([home('8-2-501', '空置')])
      const after = town.one('households', 'hold第八501')
      expect(after).toMatchObject({ building: '8', label: '8 幢 2 单元 501', order: '00008 00002 00501', status: 'vacant' })
      expect(after.members).toHaveLength(1)
      expect(town.all('households')).toHaveLength(before)
      expect((await town.ok(OFFICE, 'listHouseholds', { ...ESTATE, building: '第八幢' })).total).toBe(1)
      expect(await checked([home('8-2-501', '空置')])).toMatchObject({ added: 0, changed: 0, unchanged: 1 })
    })

    test('two that stand for one door are told, until the office has left one of them', async () => {
      await town.store.set('households', oldHousehold('第八'))
      await town.store.set('households', oldHousehold('8号'))
      const { faults } = await check([home('8-2-501')])
      expect(faults).toEqual([{ row: 2, words: expect.stringMatching(/^名册里已有 2 户写法不同的“8 幢 2 单元 501”（.*第八 幢 2 单元 501.*）。请先在“住户名册”里留一户/) as string }])
      await town.ok(OFFICE, 'setHouseholdStatus', { householdId: 'hold8号501', status: 'removed', reason: '重复' })
      expect(await checked([home('8-2-501')])).toMatchObject({ added: 0 })
    })
  })

  test('a new address that differs from one of the roster only in how its number is written is a question', async () => {
    await imported([home('东一-1-101')])
    const { faults, found } = await check([home('9-1-101'), home('东1-1-101')])
    expect([found, faults]).toEqual([null, [{ row: 3, words: '“东1 幢 1 单元 101”与名册里的“东一 幢 1 单元 101”只差数字的写法。是同一户就写成一样的、只留一行；不是同一户，请把号码写清楚' }]])
  })

  test('the door of a household is found however the office writes it', async () => {
    for (const [building, room] of [['第三幢', '５０１'], ['三', '501.0'], ['3号楼\u200b', '五〇一室']] as const)
      expect((await town.ok(OFFICE, 'listHouseholds', { ...ESTATE, building, room })).households.map(({ label }) => label)).toEqual(['3 幢 1 单元 501', '3 幢 2 单元 501'])
  })

  test('twice is once', async () => {
    const rows = [...PRESENT, home('9-1-101', '空置', '13911112222')]
    await imported(rows)
    const before = town.all('households')
    const again = await checked(rows)
    expect(again).toMatchObject({ added: 0, changed: 0, unchanged: 13, absent: 0 })
    town.goTo('2026-11-02 10:00')
    await applied(again.importId)
    await applied(again.importId)
    expect(town.all('households')).toEqual(before)
    expect(town.all('householdActs').map(({ kind }) => kind)).toEqual(['rosterImported', 'rosterImported'])
  })

  test('the auditor reads who did it and what it changed', async () => {
    await imported([home('1-1-301', '空置'), home('9-1-101')])
    expect((await town.ok(AUDITOR, 'listHouseholdActs', {})).acts).toMatchObject([{ kind: 'rosterImported', who: '周主任', estateName: NAME, label: '全部住户', reason: '表里 2 户，新增 1 户，更改 1 户' }])
  })

  test('a check of yesterday is not taken over; what was begun may be finished', async () => {
    const rows = Array.from({ length: 501 }, (_, index) => home(`9-1-${index + 1}`))
    const [old, begun] = [await checked(rows), await checked(rows)]
    expect(await town.ok(OFFICE, 'applyRoster', { importId: begun.importId })).toEqual({ done: 500, total: 501 })
    town.goTo('2026-11-03 09:00')
    expect(await town.code(OFFICE, 'applyRoster', { importId: old.importId })).toBe('ROSTER_GONE')
    expect(await town.ok(OFFICE_2, 'applyRoster', { importId: begun.importId })).toEqual({ done: 501, total: 501 })
  })

  test('what nobody took over is forgotten after a week, by night', async () => {
    const { importId } = await checked(PRESENT)
    town.goTo('2026-11-10 03:00')
    await town.beat()
    expect([town.all('rosterImports'), town.all('rosterPages')]).toEqual([[], []])
    expect(await town.code(OFFICE, 'applyRoster', { importId })).toBe('ROSTER_GONE')
  })

  test('two who press at once do it once', async () => {
    const { importId } = await checked(Array.from({ length: 600 }, (_, index) => home(`9-1-${index + 1}`)))
    for (let round = 0; round < 3; round += 1) await Promise.all([OFFICE, OFFICE_2].map((openid) => town.call(openid, 'applyRoster', { importId })))
    expect(town.all('households').filter(({ building }) => building === '9').map(({ history }) => history.length)).toEqual(new Array(600).fill(1))
    expect(town.all('householdActs')).toHaveLength(1)
  })

  test('somebody who binds at that very moment stays bound', async () => {
    const { importId } = await checked([home('1-1-301', '商用')])
    town.life.meanwhile(9, () => town.ok(NEIGHBOUR, 'bindHousehold', { code: slipOf('1-1-301') }))
    await town.ok(OFFICE, 'applyRoster', { importId })
    expect(membersAt(town, '1-1-301').map((member) => member.personId)).toEqual([personId(NEIGHBOUR)])
    expect(town.one('households', householdAt('1-1-301')).status).toBe('business')
  })

  test('another town finds neither the estate nor the import', async () => {
    const two = openTown({ seed: twoTowns() })
    const fileId = await sentRoster(two, 'far-office', await xlsxOf([HEADER, ...PRESENT]))
    expect(await two.code('far-office', 'checkRoster', { ...ESTATE, fileId })).toBe('ESTATE_UNKNOWN')
    const { importId } = await checked(PRESENT, two)
    expect(await two.code('far-office', 'applyRoster', { importId })).toBe('ROSTER_GONE')
    two.close()
  })

  test('twenty thousand households of a real file come in page by page', async () => {
    const { importId, total, added } = await checked(Array.from({ length: 20_000 }, (_, index) => home(`${(index % 50) + 100}-1-${index + 1}`, index % 10 === 0 ? '空置' : '有人住', index % 5 === 0 ? 13_900_000_000 + index : '')))
    expect([total, added]).toEqual([20_000, 20_000])
    expect(await applied(importId)).toBe(40)
    expect(await town.store.count('households', { estateId: 'jinxiu', status: 'vacant' })).toBe(2001)
    expect(await town.store.count('households', ESTATE)).toBe(20_012)
  }, 120_000)
})

describe('a function that the platform kills after any of its database calls, and an office that asks again', () => {
  beforeAll(() => void jest.spyOn(console, 'error').mockImplementation(() => undefined))
  afterAll(() => void jest.restoreAllMocks())

  test('a check is whole or not there', () =>
    beginning(openTown, async () => xlsxOf([HEADER, ...PRESENT, home('9-1-101')]), async (at, bytes) => {
      const opened = await at.call(OFFICE, 'openUploads', { kind: 'roster' })
      if (!opened.ok) return opened
      const fileId = `cloud://env.bucket/${opened.value.paths[0]!}`
      at.storage.stored.set(fileId, bytes)
      return at.call(OFFICE, 'checkRoster', { ...ESTATE, fileId })
    }, async (at) => {
      for (const { pages, _id } of at.all('rosterImports')) expect(at.all('rosterPages').filter((page) => page._id.startsWith(_id))).toHaveLength(pages)
      expect(at.all('households')).toHaveLength(72)
      at.goTo('2026-11-04 00:01')
      await at.beat()
      expect([uploadsIn(at), at.all('looseFiles')]).toEqual([[], []])
    }))

  test('a page is taken over once, and recorded once', () =>
    beginning(openTown, async (at) => (await checked([home('1-1-301', '空置'), home('2-2-501'), home('9-1-101', '有人住', '13911112222')], at)).importId, (at, importId) => at.call(OFFICE, 'applyRoster', { importId }), (at) => {
      expect(['1-1-301', '2-2-501', '9-1-101'].map((place) => at.one('households', householdAt(place)).history.length)).toEqual([2, 2, 1])
      expect([at.all('householdActs').length, at.all('rosterPages').length, at.all('rosterImports')[0]!.applied]).toEqual([1, 0, 1])
    }))

  test('a status is changed once, and recorded once', () =>
    beginning(openTown, async () => undefined, (at) => at.call(OFFICE, 'setHouseholdStatus', { householdId: householdAt(HOME), status: 'vacant', reason: '社区核实' }), (at) => {
      expect([at.one('households', householdAt(HOME)).history.length, at.all('householdActs').length]).toEqual([2, 1])
    }))
})

describe('one household', () => {
  const status = (value: 'vacant' | 'occupied', householdId = householdAt(HOME)) => town.ok(OFFICE, 'setHouseholdStatus', { householdId, status: value, reason: '社区核实' })

  test('has its status changed with a reason, in its history and in the records', async () => {
    town.goTo('2026-11-02 10:00')
    await status('vacant')
    expect(town.one('households', householdAt(HOME)).history.at(-1)).toEqual({ at: town.now(), status: 'vacant', by: personId(OFFICE), reason: '社区核实' })
    expect((await town.ok(AUDITOR, 'listHouseholdActs', {})).acts).toMatchObject([{ kind: 'statusChanged', who: '周主任', label: '3 幢 2 单元 501', reason: '社区核实' }])
    expect(membersAt(town, HOME)).toHaveLength(1)
  })

  test('the same status again leaves no second line', async () => {
    await status('vacant')
    town.goTo('2026-11-02 10:00')
    await status('vacant')
    expect([town.one('households', householdAt(HOME)).history.length, town.all('householdActs').length]).toEqual([2, 1])
    await status('occupied')
    expect(historyAt(HOME).map(([each]) => each)).toEqual(['occupied', 'vacant', 'occupied'])
  })

  test('of another town is not there', async () => {
    const two = openTown({ seed: twoTowns() })
    expect(await two.code('far-office', 'setHouseholdStatus', { householdId: householdAt(HOME), status: 'vacant', reason: '社区核实' })).toBe('NOT_FOUND')
    two.close()
  })
})
