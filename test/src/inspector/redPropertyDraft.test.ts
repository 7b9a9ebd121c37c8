import { builtInEdition } from '../../../domain/rulebook/builtIn'
import { allItems, tallyOf, wrongWith } from '@/inspector/assess/redPropertyDraft'

it('an item is done when it is scored, and points rest on evidence', () => {
  expect(wrongWith({ points: null, evidence: '' })).toBe('还没有评分')
  expect(wrongWith({ points: 0, evidence: '' })).toBeNull()
  expect(wrongWith({ points: 50, evidence: ' ' })).toBe('得分的要写明依据')
  expect(wrongWith({ points: 50, evidence: '看了记录' })).toBeNull()
})

it('the tally of all 52 items with full marks is the whole of Annex 3', () => {
  const items = allItems(builtInEdition)
  const marks = Object.fromEntries(items.map(({ code, maxPoints }) => [code, { points: maxPoints, evidence: '有' }]))
  expect(tallyOf(items, marks)).toEqual({ points: builtInEdition.fullPoints, scored: 52, items: 52, wrong: 0 })
  expect(tallyOf(items, {})).toEqual({ points: 0, scored: 0, items: 52, wrong: 52 })
})
