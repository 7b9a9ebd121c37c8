import { builtInEdition } from '../../../domain/rulebook/builtIn'
import { redPropertyItems } from '../../../domain/rulebook/redPropertyItems'
import { scoreRedProperty, type RedPropertyMark } from '../../../domain/score/redProperty'

const items = redPropertyItems(builtInEdition)
const full: readonly RedPropertyMark[] = items.map(({ code, maxPoints }) => ({ code, points: maxPoints, evidence: '照片1' }))
/** 组织体系健全: 党组织成员职责清晰明确, at most three points. */
const FIRST = '3.1.1.2'
const but = (changes: Partial<RedPropertyMark>): readonly RedPropertyMark[] => full.map((mark) => (mark.code === FIRST ? { ...mark, ...changes } : mark))
const score = (marks: readonly RedPropertyMark[], hasPartyOrganisation = true) => scoreRedProperty(builtInEdition, { hasPartyOrganisation, marks })

describe('the Red Property sheet of an estate', () => {
  it('brings 100 points when all 52 items are full', () => {
    expect(full).toHaveLength(52)
    expect(score(full)).toEqual({ ok: true, vetoed: false, points: 10_000 })
  })

  it('is vetoed without a party organisation, and then has no score at all, not even 0', () => {
    expect(score(full, false)).toEqual({ ok: true, vetoed: true, points: null })
    expect(score([], false)).toEqual({ ok: true, vetoed: true, points: null })
  })

  it('brings the sum of its marks', () => {
    expect(score(but({ points: 150 }))).toEqual({ ok: true, vetoed: false, points: 9_850 })
    expect(score(full.map((mark) => ({ ...mark, points: 0, evidence: '' })))).toEqual({ ok: true, vetoed: false, points: 0 })
  })

  it('is refused while any one of its items has no mark, and says which', () => {
    for (const { code } of items) expect(score(full.filter((mark) => mark.code !== code))).toEqual({ ok: false, code: 'MARK_MISSING', item: code })
  })

  it('is refused with a mark for an item that the plan does not know', () => {
    expect(score([...full, { code: '3.1.1.1', points: 0, evidence: '' }])).toEqual({ ok: false, code: 'MARK_UNKNOWN', item: '3.1.1.1' })
  })

  it.each([
    [-1, 'MARK_OUT_OF_RANGE'],
    [0, true],
    [299, true],
    [300, true],
    [301, 'MARK_OUT_OF_RANGE'],
    [99.5, 'MARK_OUT_OF_RANGE'],
    [NaN, 'MARK_OUT_OF_RANGE'],
  ])('takes a mark of %p centipoints on an item of three points: %p', (points, taken) => {
    expect(score(but({ points }))).toMatchObject(taken === true ? { ok: true, points: 9_700 + points } : { ok: false, code: taken, item: FIRST })
  })

  it('takes no points without evidence, and asks for none where there are no points', () => {
    for (const evidence of ['', '  \n']) expect(score(but({ points: 1, evidence }))).toEqual({ ok: false, code: 'MARK_WITHOUT_EVIDENCE', item: FIRST })
    expect(score(but({ points: 0, evidence: '' }))).toMatchObject({ ok: true, points: 9_700 })
  })
})
