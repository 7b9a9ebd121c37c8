import { EVERYDAY_NAMES, everydayName } from '../../../domain/case/everydayNames'
import { builtInEdition } from '../../../domain/rulebook/builtIn'

test('every category of the plan has a name that residents use, and no two share one', () => {
  expect(Object.keys(EVERYDAY_NAMES).sort()).toEqual(builtInEdition.categories.map(({ code }) => code).sort())
  expect(new Set(Object.values(EVERYDAY_NAMES)).size).toBe(builtInEdition.categories.length)
})

test('a category that residents have no word for keeps its own name', () => {
  expect(everydayName({ code: '0999', name: '新的类别' })).toBe('新的类别')
})
