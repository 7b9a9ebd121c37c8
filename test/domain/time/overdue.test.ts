import { isOverdue } from '../../../domain/time/overdue'
import { at } from './support'

test.each([[-1, false], [0, false], [1, true]])('an answer %i ms from the deadline is overdue: %s', (ms, overdue) => {
  expect(isOverdue(at('2026-01-06 17:30'), at('2026-01-06 17:30') + ms)).toBe(overdue)
})
