import { answered, aReport, dispatched, MANAGER, newKey, newPhoto, RESIDENT, submitted } from '../../support/stories'
import { openTown, UNFIT, type Town } from '../../support/town'

let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

const EMOJI = '👍👍🏽'
const wordsOf = (caseId: string) => town.one('cases', caseId).events[0]

describe('words that say nothing', () => {
  test.each([EMOJI, '……', '1️⃣', '\u200b\u200b。'])('"%s" is no report: a few words are asked for, and nothing is kept', async (text) => {
    const before = town.dump()
    expect(await town.call(RESIDENT, 'reportCase', aReport({ text }))).toMatchObject({ code: 'TEXT_EMPTY', words: '请用几个字说明情况' })
    expect(town.dump()).toBe(before)
  })

  test('are no place either', async () => expect(await town.code(RESIDENT, 'reportCase', aReport({ place: { detail: EMOJI } }))).toBe('PLACE_MISSING'))

  test('are no answer, no return and no reason for more time', async () => {
    const caseId = await dispatched(town)
    expect(await town.code(MANAGER, 'answerCase', { caseId, text: EMOJI, photos: [newPhoto()] })).toBe('TEXT_EMPTY')
    expect(await town.code(MANAGER, 'returnCase', { caseId, reason: EMOJI })).toBe('TEXT_EMPTY')
    expect(await town.code(MANAGER, 'requestTime', { kind: 'extension', caseId, reason: EMOJI })).toBe('TEXT_EMPTY')
  })

  test('do not say what is still wrong, unless a photo does; for "fixed" they will do', async () => {
    const caseId = await answered(town)
    expect(await town.code(RESIDENT, 'followUp', { caseId, fixed: false, text: EMOJI })).toBe('NOTHING_SAID')
    expect(await town.code(RESIDENT, 'addRemark', { key: newKey(), caseId, text: EMOJI })).toBe('NOTHING_SAID')
    expect(await town.code(RESIDENT, 'addRemark', { key: newKey(), caseId, text: EMOJI, photos: [newPhoto()] })).toBe('ok')
    expect(await town.code(RESIDENT, 'followUp', { caseId, fixed: true, text: EMOJI })).toBe('ok')
  })
})

describe('words', () => {
  test('are kept without what cannot be seen, and with everything else', async () => {
    const caseId = await submitted(town, { text: ' 垃圾\u200b桶\u202e倒了\u0000\r\n谢谢\t👍 ', place: { spotId: 'jinxiu-b1', detail: '门\ufeff口' } })
    expect(wordsOf(caseId)).toMatchObject({ text: '垃圾桶倒了\n谢谢 👍', place: { detail: '门口' } })
  })

  test('are counted as they are read: a thousand fit, though more was typed', async () => {
    expect(await town.code(RESIDENT, 'reportCase', aReport({ text: `${'长'.repeat(1000)}${'\u200b'.repeat(2000)}` }))).toBe('ok')
    expect(await town.call(RESIDENT, 'reportCase', aReport({ text: '长'.repeat(3000), place: { spotId: 'jinxiu-b1' } }))).toMatchObject({ code: 'BAD_REQUEST', words: expect.stringContaining('1–1000 字') as string })
  })

  test('that are not fit are not taken, in the text or about the place; WeChat is asked once', async () => {
    const asked: string[] = []
    town.onText(async (_, text) => (asked.push(text), !text.includes(UNFIT)))
    expect(await town.code(RESIDENT, 'reportCase', aReport({ place: { spotId: 'jinxiu-b1', detail: UNFIT } }))).toBe('TEXT_REJECTED')
    expect(await town.code(RESIDENT, 'reportCase', aReport({ text: `垃\u200b圾 ${UNFIT}` }))).toBe('TEXT_REJECTED')
    expect(asked).toEqual([`分类亭旁垃圾散落\n${UNFIT}`, `垃圾 ${UNFIT}`])
    expect(town.all('cases')).toEqual([])
  })

  test('of a manager that residents read are looked at too', async () => {
    const caseId = await dispatched(town)
    expect(await town.code(MANAGER, 'returnCase', { caseId, reason: UNFIT })).toBe('TEXT_REJECTED')
    expect(await town.code(MANAGER, 'requestTime', { kind: 'extension', caseId, reason: UNFIT })).toBe('TEXT_REJECTED')
  })
})
