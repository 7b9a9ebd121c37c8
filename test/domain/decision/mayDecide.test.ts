import type { CaseEvent } from '../../../domain/case/events'
import { estatesEver, mayDecide } from '../../../domain/decision/mayDecide'

describe('whoever manages an estate stands back', () => {
  test.each([
    [[], ['jinxiu'], true], [[], 'all', true], [['heping'], ['jinxiu'], true], [['heping'], [], true],
    [['jinxiu'], ['jinxiu'], false], [['heping', 'jinxiu'], ['cuihu', 'jinxiu'], false], [['heping'], 'all', false],
  ] as const)('who manages %j and decides what concerns %j: %s', (managed, concerned, may) => {
    expect(mayDecide(managed, concerned)).toBe(may)
  })

  test('a case is of every estate that ever had it', () => {
    const at = { at: 0, by: { role: 'office', person: 'p' } }
    const events = [{ type: 'submitted', estateId: 'a', ...at }, { type: 'filed', ...at }, { type: 'dispatched', estateId: 'a', ...at }, { type: 'redirected', estateId: 'b', ...at }, { type: 'redirected', estateId: 'a', ...at }]
    expect(estatesEver(events as unknown as CaseEvent[])).toEqual(['a', 'b'])
  })
})
