import { builtInEdition } from '../../../domain/rulebook/builtIn'
import { editionAt } from '../../../domain/rulebook/editionAt'

const edition = (id: string, effectiveFrom: number) => ({ ...builtInEdition, id, effectiveFrom })
const EDITIONS = [edition('second', 200), edition('first', 100), edition('corrected', 200)]

describe('the edition in force', () => {
  test.each([
    [99, undefined],
    [100, 'first'],
    [199, 'first'],
    [200, 'corrected'],
    [9999, 'corrected'],
  ])('at instant %i is %s', (at, id) => {
    expect(editionAt(EDITIONS, at)?.id).toBe(id)
  })
})
