import { caseFromEvents } from '../../../domain/case/caseState'
import { photosOf, redacted } from '../../../domain/case/redacted'
import { dispatched, happens } from '../support'

const covered = (photo: string, replacement: string) => happens('photoRedacted', '2026-04-13 09:10', { photo, replacement })
const shown = (events: readonly Parameters<typeof photosOf>[0][]) => events.flatMap((event) => ('photos' in event ? event.photos : []))

describe('a photo that the office has covered', () => {
  const events = [...dispatched({ photos: ['face', 'wall'] }), happens('requested', '2026-04-13 09:05', { photos: ['face', 'plate'] })]

  test('is shown by its replacement wherever it stood, and the others as they were', () => {
    expect(shown(redacted([...events, covered('face', 'face-2')]))).toEqual(['face-2', 'wall', 'face-2', 'plate'])
  })

  test('and covered again is shown by the last one', () => {
    expect(shown(redacted([...events, covered('face', 'face-2'), covered('plate', 'plate-2'), covered('face-2', 'face-3')]))).toEqual(['face-3', 'wall', 'face-3', 'plate-2'])
  })

  test('changes nothing else about the case', () => {
    const after = [...events, covered('face', 'face-2')]
    const { request: _, ...state } = caseFromEvents(events)
    expect(caseFromEvents(redacted(after))).toMatchObject(state)
    expect(redacted(events)).toBe(events)
  })

  test('names its replacement as a photo that came', () => expect(photosOf(covered('face', 'face-2'))).toEqual(['face-2']))
})
