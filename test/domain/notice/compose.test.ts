import { NOTICE_WORDS, THING_MAX, cutTo, foldedFields, templateFields, type Folded } from '../../../domain/notice/compose'
import { instantOf } from '../../../domain/time/beijing'

const dueAt = instantOf('2026-12-30', '14:45')
const facts = { subject: '清扫保洁不干净', place: '锦绣花园 3 幢', dueAt, leftMs: 5_000_000, reason: '照片可见问题仍在，请重新处理' }
const PROMISING = ['caseNew', 'caseHalf', 'caseFifth', 'caseOverdue', 'caseReturned', 'caseRework', 'requestDecided', 'surveyFollowUp'] as const

describe('the promised time of a message', () => {
  test.each(PROMISING)('stands whole in the 20 characters that staff see of %s', (kind) => {
    expect(cutTo(NOTICE_WORDS[kind](facts), THING_MAX)).toMatch(/^12月30日（周三）14:45/)
  })

  test.each(['reportFiled', 'reportReopened'] as const)('stands whole in the 20 characters that a resident sees of %s, as it is said', (kind) => {
    expect(cutTo(NOTICE_WORDS[kind](facts), THING_MAX)).toMatch(/^12月30日周三下午两点四十五分前办好/)
  })

  test.each(['surveyOpen', 'surveyLastDays'] as const)('stands whole in the 20 characters that a household sees of %s', (kind) => {
    expect(cutTo(NOTICE_WORDS[kind]({ ...facts, dueAt: instantOf('2026-12-30', '24:00') }), THING_MAX)).toMatch(/^12月30日周三晚上十二点截止，/)
  })

  test.each(PROMISING)('has no seconds in %s, and is never later than it is, nor the next day', (kind) => {
    expect(NOTICE_WORDS[kind]({ ...facts, dueAt: dueAt + 19_000 })).toBe(NOTICE_WORDS[kind](facts))
    expect(NOTICE_WORDS[kind]({ ...facts, dueAt: instantOf('2026-12-30', '24:00') + 19_000 })).toMatch(/^12月30日（周三）24:00/)
  })

  test('has no seconds in its own field of the message either', () => {
    const notice = { subject: facts.subject, text: NOTICE_WORDS.caseNew({ ...facts, dueAt: dueAt + 19_000 }), place: facts.place, dueAt: dueAt + 19_000, createdAt: dueAt + 19_000 }
    expect(templateFields('caseTask', notice)).toMatchObject({ time3: { value: '2026-12-30 14:45' }, thing4: { value: '有新的案卷' } })
    expect(templateFields('caseProgress', notice).time3).toEqual({ value: '2026-12-30 14:45' })
  })

  test('is left out where there is none, and nothing else is missing', () => {
    expect(NOTICE_WORDS.reportFiled({ ...facts, dueAt: null })).toBe('您反映的问题已经受理')
    expect(NOTICE_WORDS.caseOverdue({ ...facts, dueAt: null })).toBe('已超时，请立即处理并回复')
  })
})

test('what residents read of their report has no word of the office', () => {
  for (const kind of ['reportFiled', 'reportRefused', 'reportAnswered', 'reportClosed', 'reportReopened', 'reportAskedAgain'] as const) expect(NOTICE_WORDS[kind](facts)).not.toMatch(/案卷|立案|办结|派遣|返工/)
})

describe('several notices in one message', () => {
  const notice = (kind: Folded['kind'], minute: number, more: Partial<Folded> = {}): Folded => ({ kind, urgent: false, subject: '小区道路破损', text: NOTICE_WORDS[kind]({ ...facts, dueAt: null }), place: '和平苑 3 幢', dueAt: dueAt + minute * 60_000, createdAt: dueAt - 7_200_000 + minute, ...more })
  const words = (...given: Parameters<typeof foldedFields>) => Object.values(foldedFields(...given)).map(({ value }) => value)
  const overdue = notice('caseOverdue', 0, { subject: '清扫保洁不干净', urgent: true })

  test('never say that time is left where some of them are overdue: the overdue is named, and each kind has its number', () => {
    const half = [notice('caseHalf', 240, { urgent: true }), notice('caseHalf', 241, { urgent: true })]
    const [subject, , , rest] = words('caseDeadline', [...half, overdue, { ...overdue, subject: '乱堆物料', dueAt: dueAt + 1 }], 4)
    expect([subject, rest]).toEqual(['清扫保洁不干净 等 4 件', '已超时2，时限过半2'])
  })

  test('name the danger, by its own deadline, and otherwise the earliest deadline, however many came later', () => {
    const many = [notice('caseNew', 7200), notice('caseNew', 60, { subject: '乱堆物料' }), notice('caseNew', 4000)]
    expect(words('caseTask', many, 3)[0]).toBe('乱堆物料 等 3 件')
    const [subject, place, time, rest] = words('caseTask', [...many, notice('caseNew', 4000, { subject: '井盖缺损', place: '和平苑 北门', urgent: true })], 24)
    expect([subject, place, time, rest]).toEqual(['井盖缺损 等 24 件', '和平苑 北门', templateFields('caseTask', notice('caseNew', 4000)).time3!.value, '有危险1+，新案卷4+'])
  })

  test('promise residents nothing that is true of one alone', () => {
    const filed = { ...notice('reportFiled', 0), text: NOTICE_WORDS.reportFiled(facts) }
    expect(words('caseProgress', [filed, { ...filed, dueAt: dueAt + 1 }], 8).slice(0, 2)).toEqual(['小区道路破损 等 8 件', '都有新进展，点开逐件看'])
  })

  test('have their number with the subject, which is cut for it, and one alone is told as it is', () => {
    const long = { ...notice('caseNew', 0), subject: '建筑垃圾处置不规范，临时堆放点未设标志' }
    const [subject] = words('caseTask', [long, long], 12)
    expect([subject, [...subject!].length]).toEqual(['建筑垃圾处置不规范，临时… 等 12 件', THING_MAX])
    expect(foldedFields('caseTask', [long], 1)).toEqual(templateFields('caseTask', long))
  })

  test('fit into the fields of WeChat whatever comes together', () => {
    const all = (Object.keys(NOTICE_WORDS) as Folded['kind'][]).flatMap((kind) => Array.from({ length: 120 }, (_, n) => notice(kind, n)))
    for (const template of ['caseTask', 'caseDeadline', 'caseProgress'] as const)
      for (const [name, { value }] of Object.entries(foldedFields(template, all, all.length))) if (name.startsWith('thing')) expect([...value].length).toBeLessThanOrEqual(THING_MAX)
  })
})
