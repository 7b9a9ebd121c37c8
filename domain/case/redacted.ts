import type { CaseEvent } from './events'

/** The photos that came with an event. */
export const photosOf = (event: CaseEvent): readonly string[] => ('photos' in event ? event.photos : event.type === 'photoRedacted' ? [event.replacement] : [])

/** The events as they are shown: in place of a photo that the office has redacted (遮挡) stands its replacement, and nobody is shown the original. */
export function redacted(events: readonly CaseEvent[]): readonly CaseEvent[] {
  const redactions = events.filter((event) => event.type === 'photoRedacted')
  if (redactions.length === 0) return events
  const shown = (photo: string): string => redactions.reduce((now, redaction) => (now === redaction.photo ? redaction.replacement : now), photo)
  return events.map((event) => ('photos' in event ? { ...event, photos: event.photos.map(shown) } : event))
}
