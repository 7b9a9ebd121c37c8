import { showCode } from '../../../domain/household/code'
import { readCode } from '../../../domain/household/readCode'
import { householdAt, slipOf } from '../../support/households'
import { beginning } from '../../support/killed'
import { readSlipFile, type SlipOnPaper } from '../../support/slipFile'
import { AUDITOR, NEIGHBOUR, newKey, OFFICE, OFFICE_2 } from '../../support/stories'
import { twoTowns } from '../../support/secondTown'
import { openTown, type Town } from '../../support/town'

const KEY = 'slips-of-the-office-1'
const ESTATE = { estateId: 'jinxiu' } as const
/** The demo's households have a slip each; these have none any more. */
const BARE = ['1-1-301', '1-1-501', '2-1-301'] as const
async function bare(town: Town): Promise<void> {
  for (const place of BARE) await town.ok(OFFICE_2, 'clearHousehold', { householdId: householdAt(place), reason: '重新发码' })
}
const kinds = (town: Town) => town.all('householdActs').filter(({ kind }) => kind !== 'cleared').map(({ kind }) => kind)

let town: Town
beforeEach(async () => {
  town = openTown()
  await bare(town)
})
afterEach(() => town.close())
const issue = (key = KEY, building?: string, by = OFFICE) => town.ok(by, 'issueSlips', { key, ...ESTATE, ...(building !== undefined && { building }) })
const print = (runId: string, part = 1, by = OFFICE) => town.ok(by, 'printSlips', { runId, part })
const codeOn = (slip: SlipOnPaper): string => slip.picture.replace('h=', '')
const homeOn = ({ words }: SlipOnPaper): string => words[1]!
async function issued(key = KEY, building?: string, by = OFFICE) {
  const { runId, drawn } = await issue(key, building, by)
  return drawn === 0 ? [] : readSlipFile((await print(runId, 1, by)).file).slips
}
async function manyHomes(count: number): Promise<void> {
  const row = town.one('households', householdAt('1-1-301'))
  for (let room = 1; room <= count; room += 1) await town.store.set('households', { ...row, _id: `h${room}`, building: '9', room: String(room), label: `9 幢 ${room}`, order: `00009 ${String(room).padStart(5, '0')}` })
}
async function drawnWhole(building: string) {
  for (;;) {
    const { runId, left } = await issue(KEY, building)
    if (left === 0) return runId
  }
}

describe('slips by the hundred', () => {
  test('are drawn for whoever has none to use, and what is printed by address opens each household', async () => {
    const { runId, drawn, left } = await issue()
    expect([drawn, left]).toEqual([3, 0])
    const { slips } = readSlipFile((await print(runId)).file)
    expect(slips.map(homeOn)).toEqual(['1 幢 1 单元 301', '1 幢 1 单元 501', '2 幢 1 单元 301'])
    for (const slip of slips) expect(readCode(slip.words[2]!)).toEqual({ ok: true, code: codeOn(slip) })
    expect((await town.ok(NEIGHBOUR, 'bindHousehold', { code: codeOn(slips[1]!) })).household.label).toBe('1 幢 1 单元 501')
    expect(kinds(town)).toEqual(['codeIssued', 'codeIssued', 'codeIssued', 'slipsPrinted'])
  })

  test('are drawn for one building only, however it is typed', async () => {
    expect(await issue(KEY, '01幢')).toMatchObject({ drawn: 2, left: 0 })
    expect((await issued(newKey())).map(homeOn)).toEqual(['2 幢 1 单元 301'])
  })

  test('are not drawn where somebody is bound, a slip waits, or nobody can live', async () => {
    await town.ok(OFFICE, 'setHouseholdStatus', { householdId: householdAt('1-1-301'), status: 'removed', reason: '并户' })
    expect((await issued()).map(homeOn)).toEqual(['1 幢 1 单元 501', '2 幢 1 单元 301'])
    expect(await town.code(NEIGHBOUR, 'bindHousehold', { code: slipOf('1-2-301') })).toBe('ok')
  })

  test('are drawn anew where the slip was used and nobody is left', async () => {
    await town.ok(NEIGHBOUR, 'bindHousehold', { code: codeOn((await issued())[0]!) })
    await town.ok(NEIGHBOUR, 'leaveHousehold', { householdId: householdAt('1-1-301') })
    expect((await issued(newKey())).map(homeOn)).toEqual(['1 幢 1 单元 301'])
  })

  test('whose answer was lost are the same when asked for again, and no second ones are drawn', async () => {
    const first = await issue()
    expect(await issue()).toEqual(first)
    expect(town.all('slipRuns')).toHaveLength(1)
    expect(kinds(town)).toHaveLength(3)
  })

  test('come fifty at a time under one key, and how many are left is told', async () => {
    await manyHomes(60)
    expect(await issue(KEY, '9')).toMatchObject({ drawn: 50, left: 10 })
    const { runId, drawn, left } = await issue(KEY, '9')
    expect([drawn, left]).toEqual([60, 0])
    const { slips } = readSlipFile((await print(runId)).file)
    expect(slips.map(homeOn)).toEqual(Array.from({ length: 60 }, (_, index) => `9 幢 ${index + 1}`))
    expect(new Set(slips.map(codeOn)).size).toBe(60)
  })

  test('that nobody needs leave no run behind', async () => {
    await issue()
    expect(await issue(newKey())).toMatchObject({ drawn: 0, left: 0 })
    expect((await town.ok(OFFICE, 'listSlipRuns', ESTATE)).runs).toHaveLength(1)
  })

  test('that two draw at once are each drawn once', async () => {
    const both = [OFFICE, OFFICE_2].map((by) => issue(KEY, undefined, by).then(async ({ runId, drawn }) => (drawn === 0 ? [] : readSlipFile((await print(runId, 1, by)).file).slips.map(homeOn))))
    expect((await Promise.all(both)).flat().sort()).toEqual(['1 幢 1 单元 301', '1 幢 1 单元 501', '2 幢 1 单元 301'])
  })

  test('of another town are not drawn', async () => {
    const two = openTown({ seed: twoTowns() })
    expect(await two.code('far-office', 'issueSlips', { key: KEY, ...ESTATE })).toBe('ESTATE_UNKNOWN')
    two.close()
  })
})

describe('slips on paper', () => {
  test('say where, the code, what for, until when, and who sends them: the office of the town and never the property firm', async () => {
    const [slip] = await issued()
    const { name, contact } = town.all('towns')[0]!
    expect(slip!.words).toEqual(['锦绣花园', '1 幢 1 单元 301', showCode(codeOn(slip!)), expect.stringContaining('绑定住户'), expect.stringContaining('答满意率调查'), '用过或换发后失效，不要拍照给别人。', `${name}${contact!.office} ${contact!.phone}`])
    expect(slip!.words.join()).not.toMatch(/物业|锦安/)
  })

  test('are the same when printed again, and what is not good any more is left out and told', async () => {
    const { runId } = await issue()
    const first = await print(runId)
    const slips = readSlipFile(first.file).slips
    expect(readSlipFile((await print(runId)).file).slips).toEqual(slips)
    await town.ok(NEIGHBOUR, 'bindHousehold', { code: codeOn(slips[0]!) })
    await town.ok(OFFICE, 'issueCode', { key: newKey(), householdId: householdAt('1-1-501') })
    const again = await print(runId)
    expect(readSlipFile(again.file).slips).toEqual(slips.slice(2))
    expect(again).toMatchObject({ slips: 1, used: 1, replaced: 1, part: 1, parts: 1 })
    expect((await town.ok(OFFICE, 'listSlipRuns', ESTATE)).runs).toMatchObject([{ runId, drawn: 3, open: 1, parts: 1 }])
    await town.ok(OFFICE, 'clearHousehold', { householdId: householdAt('2-1-301'), reason: '搬走' })
    expect(await town.code(OFFICE, 'printSlips', { runId })).toBe('SLIPS_ALL_USED')
  })

  test('are not printed for a household that somebody bound by number since', async () => {
    const { runId } = await issue()
    await town.store.set('households', { ...town.one('households', householdAt('1-1-301')), members: [{ personId: 'p1', since: town.now() + 1, by: 'phone', relation: 'lives', invitedBy: null }] })
    expect(await print(runId)).toMatchObject({ slips: 2, used: 1 })
  })

  test('are printed for nobody but who drew them, and each time is on record for the auditor', async () => {
    const { runId } = await issue()
    expect(await town.code(OFFICE_2, 'printSlips', { runId })).toBe('SLIPS_NOT_YOURS')
    expect((await town.ok(OFFICE_2, 'listSlipRuns', ESTATE)).runs).toEqual([])
    expect(await town.code(AUDITOR, 'printSlips', { runId })).toBe('NOT_ALLOWED')
    expect(await town.code(OFFICE, 'printSlips', { runId, part: 2 })).toBe('SLIPS_NOT_YOURS')
    await print(runId)
    town.goTo(town.now() + 60_000)
    await print(runId)
    const acts = (await town.ok(AUDITOR, 'listHouseholdActs', {})).acts.filter(({ kind }) => kind === 'slipsPrinted')
    expect(acts).toMatchObject([{ estateName: '锦绣花园', who: '周主任', reason: '3 张' }, { reason: '3 张' }])
  })

  test('of a large run come in parts that stay the same while slips are used', async () => {
    await manyHomes(250)
    const runId = await drawnWhole('9')
    const [first, second] = [await print(runId, 1), await print(runId, 2)]
    expect([first, second]).toMatchObject([{ slips: 240, part: 1, parts: 2 }, { slips: 10, part: 2, parts: 2 }])
    expect([first.name, second.name]).toEqual(['绑定码-锦绣花园-9幢-2026-11-02-第1份.docx', '绑定码-锦绣花园-9幢-2026-11-02-第2份.docx'])
    const wordsOn = ({ file }: { file: string }) => readSlipFile(file, false).slips.map(({ words }) => words)
    const code = wordsOn(first)[0]![2]!
    await town.ok(NEIGHBOUR, 'bindHousehold', { code })
    expect(await print(runId, 1)).toMatchObject({ slips: 239, used: 1 })
    expect(wordsOn(await print(runId, 2))).toEqual(wordsOn(second))
  })

  test('of one household are printed too', async () => {
    const { runId, code } = await town.ok(OFFICE, 'issueCode', { key: newKey(), householdId: householdAt('1-1-301') })
    expect(readSlipFile((await print(runId)).file).slips.map(codeOn)).toEqual([code])
    expect((await town.ok(OFFICE, 'listSlipRuns', ESTATE)).runs).toEqual([])
  })

  test('stand nowhere but as hashes', async () => {
    for (const slip of await issued()) expect(town.dump()).not.toContain(codeOn(slip))
  })
})

describe('a function that is killed after any of its database calls, and an office that asks again', () => {
  beforeAll(() => void jest.spyOn(console, 'error').mockImplementation(() => undefined))
  afterAll(() => void jest.restoreAllMocks())

  test('every household has one slip, on record once, and all of them are printed', () =>
    beginning(openTown, bare, (at) => at.call(OFFICE, 'issueSlips', { key: KEY, ...ESTATE }), async (at) => {
      expect(kinds(at)).toEqual(['codeIssued', 'codeIssued', 'codeIssued'])
      expect(BARE.map((place) => at.all('householdCodes').filter((code) => code.householdId === householdAt(place) && code.replacedAt === null).length)).toEqual([1, 1, 1])
      expect(BARE.every((place) => at.all('householdCodes').some(({ _id }) => _id === at.one('households', householdAt(place)).slipId))).toBe(true)
      const [run] = at.all('slipRuns')
      expect((await at.ok(OFFICE, 'printSlips', { runId: run!._id })).slips).toBe(3)
    }))
})
