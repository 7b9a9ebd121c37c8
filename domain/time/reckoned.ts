/**
 * What reckoning with the calendar returns: the result, or a refusal when it would need a year whose calendar nobody has loaded.
 * Never a guess.
 */
export type CalendarMissing = { readonly ok: false; readonly code: 'CALENDAR_MISSING'; readonly year: number }

export type Reckoned<T> = ({ readonly ok: true } & Readonly<T>) | CalendarMissing
