import { HOUR_MS } from '../../../domain/time/beijing'
import { mayShowPhoto, nextTryAt, PHOTO_STATES, PHOTO_TRIES_MAX, type PhotoReader, type PhotoSender } from '../../../domain/privacy/photoCheck'

/** Law: issue 4 point 10. In the order of the states: waiting, passed, risky, unchecked. */
const LAW: readonly (readonly [PhotoReader, PhotoSender, string])[] = [
  ['office', 'me', '+ + + +'],
  ['office', 'staff', '+ + + +'],
  ['office', 'neighbour', '+ + + +'],
  ['handler', 'me', '+ + - +'],
  ['handler', 'staff', '+ + - +'],
  ['handler', 'neighbour', '+ + - +'],
  ['reporter', 'me', '+ + - +'],
  ['reporter', 'staff', '+ + - +'],
  ['reporter', 'neighbour', '- + - -'],
  ['neighbour', 'me', '- + - -'],
  ['neighbour', 'staff', '- + - -'],
  ['neighbour', 'neighbour', '- + - -'],
]

describe('a photo', () => {
  test('has the states of the table', () => expect(PHOTO_STATES).toEqual(['waiting', 'passed', 'risky', 'unchecked']))
  test.each(LAW)('is shown to the %s, sent by %s: %s', (reader, sender, law) => {
    expect(PHOTO_STATES.map((state) => (mayShowPhoto(state, reader, sender) ? '+' : '-')).join(' ')).toBe(law)
  })

  test.each([true, false])('is tried as often as it may be while WeChat still knows its sender: two hours (begun: %s)', (isBegun) => {
    let at = 0
    for (let tries = 1; tries < PHOTO_TRIES_MAX; tries += 1) at = nextTryAt(at, isBegun)
    expect(at).toBeLessThan(2 * HOUR_MS)
    // And the verdict of the last one is waited for.
    expect(nextTryAt(at, true) - at).toBeGreaterThanOrEqual(HOUR_MS / 2)
  })
})
