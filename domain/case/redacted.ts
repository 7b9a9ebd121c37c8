import type { CaseEvent } from './events'

/** The photos that came with an event. */
export const photosOf = (event: CaseEvent): readonly string[] => ('photos' in event ? event.photos : event.type === 'photoRedacted' ? [event.replacement] : [])

/** 遮挡: in place of a photo that the office has redacted stands its replacement, and nobody is shown the original. */
export function redactionsOf(events: readonly CaseEvent[]): (photo: string) => string {
  const redactions = events.filter((event) => event.type === 'photoRedacted')
  return (photo) => redactions.reduce((now, redaction) => (now === redaction.photo ? redaction.replacement : now), photo)
}

/** The events as they are shown. */
export function redacted(events: readonly CaseEvent[]): readonly CaseEvent[] {
  if (!events.some(({ type }) => type === 'photoRedacted')) return events
  const shown = redactionsOf(events)
  return events.map((event) => ('photos' in event ? { ...event, photos: event.photos.map(shown) } : event))
}
