import { NOTICE_WORDS, THING_MAX, cutTo, templateFields } from '../../../domain/notice/compose'
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

  test('is left out where there is none, and nothing else is missing', () => {
    expect(NOTICE_WORDS.reportFiled({ ...facts, dueAt: null })).toBe('您反映的问题已经受理')
    expect(NOTICE_WORDS.caseOverdue({ ...facts, dueAt: null })).toBe('已超时，请立即处理并回复')
  })
})

test('what residents read of their report has no word of the office', () => {
  for (const kind of ['reportFiled', 'reportRefused', 'reportAnswered', 'reportClosed', 'reportReopened', 'reportAskedAgain'] as const) expect(NOTICE_WORDS[kind](facts)).not.toMatch(/案卷|立案|办结|派遣|返工/)
})

test('of several messages in one the number stands with the subject, and the time keeps its place', () => {
  const notice = { subject: '建筑垃圾处置不规范，临时堆放点未设标志', text: NOTICE_WORDS.caseNew(facts), place: facts.place, dueAt, createdAt: dueAt, count: 12 }
  const fields = templateFields('caseTask', notice)
  expect([fields.thing1?.value, [...fields.thing1!.value].length, fields.thing4?.value]).toEqual(['建筑垃圾处置不规范，临时… 等 12 件', THING_MAX, '有新的案卷'])
  expect(templateFields('caseTask', { ...notice, count: 1 }).thing1?.value).toBe('建筑垃圾处置不规范，临时堆放点未设标志')
})
