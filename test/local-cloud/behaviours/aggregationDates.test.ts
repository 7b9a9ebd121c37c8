import type { Document } from '../../../local-cloud/engine/document'
import { describeBehaviours, type Behaviour } from './table'

const utc = (...parts: [number, number, number?, number?, number?, number?, number?]): Date => new Date(Date.UTC(parts[0], parts[1] - 1, ...(parts.slice(2) as number[])))
/** Shortly before midnight in London is already tomorrow in Shanghai; 1 January 2027 is a Friday, in the last ISO week of 2026. */
const DOCUMENT: Document = { _id: 1, at: utc(2026, 12, 31, 17, 4, 5, 6), summer: utc(2026, 7, 1, 12), none: null, text: '2026-12-31' }
const SHANGHAI = 'Asia/Shanghai'

const gives = (title: string, page: string, expression: unknown, expected: unknown): Behaviour => ({ title, manual: `manual: ${page}`, documents: [DOCUMENT], aggregate: [{ $project: { _id: 0, v: expression } }], expect: [{ v: expected }] })
const refuses = (title: string, page: string, expression: unknown, error: RegExp): Behaviour => ({ title, manual: `manual: ${page}`, documents: [DOCUMENT], aggregate: [{ $project: { v: expression } }], error })

describeBehaviours('parts of dates', [
  gives('parts are in UTC by themselves', '$dayOfMonth', [{ $year: '$at' }, { $month: '$at' }, { $dayOfMonth: '$at' }, { $hour: ['$at'] }, { $minute: '$at' }, { $second: '$at' }, { $millisecond: '$at' }], [2026, 12, 31, 17, 4, 5, 6]),
  gives('a time zone has a name', '$hour: timezone', [{ $year: { date: '$at', timezone: SHANGHAI } }, { $dayOfMonth: { date: '$at', timezone: SHANGHAI } }, { $hour: { date: '$at', timezone: SHANGHAI } }], [2027, 1, 1]),
  gives('or an offset, written in three ways', '$hour: timezone', ['+08:00', '+0800', '+08', '-03:30', 'UTC'].map((timezone) => ({ $hour: { date: '$at', timezone } })), [1, 1, 1, 13, 17]),
  gives('a place with summer time has it in summer only', '$hour: timezone', [{ $hour: { date: '$summer', timezone: 'Europe/London' } }, { $hour: { date: '$at', timezone: 'Europe/London' } }], [13, 17]),
  gives('days of the week begin with Sunday as 1, ISO has Monday as 1', '$dayOfWeek; $isoDayOfWeek', [{ $dayOfWeek: '$at' }, { $isoDayOfWeek: '$at' }, { $dayOfWeek: utc(2026, 11, 1) }, { $isoDayOfWeek: utc(2026, 11, 1) }], [5, 4, 1, 7]),
  gives('weeks before the first Sunday are week 0', '$week', [{ $week: utc(2026, 1, 3) }, { $week: utc(2026, 1, 4) }, { $week: '$at' }], [0, 1, 52]),
  gives('an ISO week belongs to the year of its Thursday', '$isoWeek; $isoWeekYear', [{ $isoWeek: utc(2027, 1, 1) }, { $isoWeekYear: utc(2027, 1, 1) }, { $isoWeek: utc(2024, 12, 30) }, { $isoWeekYear: utc(2024, 12, 30) }], [53, 2026, 1, 2025]),
  gives('the day of the year, in a leap year too', '$dayOfYear', [{ $dayOfYear: '$at' }, { $dayOfYear: utc(2028, 12, 31) }], [365, 366]),
  gives('of null there are no parts', '$hour', [{ $hour: '$none' }, { $year: '$nothing' }, { $hour: { date: '$at', timezone: '$none' } }], [null, null, null]),
  gives('$dateToParts', '$dateToParts', { $dateToParts: { date: '$at', timezone: SHANGHAI } }, { year: 2027, month: 1, day: 1, hour: 1, minute: 4, second: 5, millisecond: 6 }),
  gives('$dateToParts of ISO weeks', '$dateToParts', { $dateToParts: { date: '$at', timezone: SHANGHAI, iso8601: true } }, { isoWeekYear: 2026, isoWeek: 53, isoDayOfWeek: 5, hour: 1, minute: 4, second: 5, millisecond: 6 }),
  gives('$dateFromParts, at a place', '$dateFromParts', { $dateFromParts: { year: 2027, month: 1, day: 1, hour: 1, minute: 4, second: 5, millisecond: 6, timezone: SHANGHAI } }, DOCUMENT.at),
  gives('$dateFromParts carries what is too much over', '$dateFromParts: Value Range', [{ $dateFromParts: { year: 2026, month: 14, day: 0 } }, { $dateFromParts: { year: 2026, hour: -1 } }], [utc(2027, 1, 31), utc(2025, 12, 31, 23)]),
  gives('$dateFromParts of an ISO week', '$dateFromParts', { $dateFromParts: { isoWeekYear: 2026, isoWeek: 53, isoDayOfWeek: 5 } }, utc(2027, 1, 1)),
  gives('$dateFromParts with null is null', '$dateFromParts', { $dateFromParts: { year: 2026, month: '$nothing' } }, null),
  refuses('a text is no date', '$year', { $year: '$text' }, /can't convert from BSON type string to Date/),
  refuses('a place that is not there', '$hour: timezone', { $hour: { date: '$at', timezone: 'Moon/Base' } }, /unrecognized time zone identifier: "Moon\/Base"/),
  refuses('an unknown argument', '$hour', { $hour: { date: '$at', zone: 'UTC' } }, /unrecognized option to \$hour: "zone"/),
  refuses('a part that is no whole number', '$dateFromParts', { $dateFromParts: { year: 2026.5 } }, /'year' must evaluate to an integer, found double/),
  refuses('ISO weeks and months at once', '$dateFromParts', { $dateFromParts: { isoWeekYear: 2026, month: 1 } }, /does not allow mixing natural dates with ISO dates/),
])

describeBehaviours('dates as texts', [
  gives('a date is written in ISO 8601', '$dateToString', { $dateToString: { date: '$at' } }, '2026-12-31T17:04:05.006Z'),
  gives('at a place it has no Z', '$dateToString', { $dateToString: { date: '$at', timezone: SHANGHAI } }, '2027-01-01T01:04:05.006'),
  gives('a format has letters', '$dateToString: Format Specifiers', { $dateToString: { date: '$at', format: '%Y年%m月%d日 %H:%M:%S.%L %j %u %w %U %V %G %%', timezone: SHANGHAI } }, '2027年01月01日 01:04:05.006 001 5 6 00 53 2026 %'),
  gives('the offset of the place, in hours and in minutes', '$dateToString: Format Specifiers', [{ $dateToString: { date: '$at', format: '%z %Z', timezone: SHANGHAI } }, { $dateToString: { date: '$summer', format: '%z %Z', timezone: 'America/St_Johns' } }], ['+0800 480', '-0230 -150']),
  gives('null is null, or what is said for it', '$dateToString: onNull', [{ $dateToString: { date: '$none' } }, { $dateToString: { date: '$nothing', onNull: '—' } }, { $dateToString: { date: '$at', timezone: null } }], [null, '—', null]),
  gives('$dateFromString reads ISO 8601, with an offset or for a place', '$dateFromString', [{ $dateFromString: { dateString: '2026-12-31T17:04:05.006Z' } }, { $dateFromString: { dateString: '2027-01-01 01:04:05.006 +08:00' } }, { $dateFromString: { dateString: '2027-01-01T01:04:05.006', timezone: SHANGHAI } }, { $dateFromString: { dateString: '$text' } }], [DOCUMENT.at, DOCUMENT.at, DOCUMENT.at, utc(2026, 12, 31)]),
  gives('$dateFromString by a format', '$dateFromString: format', [{ $dateFromString: { dateString: '31.12.2026', format: '%d.%m.%Y' } }, { $dateFromString: { dateString: '2026年12月31日', format: '%Y年%m月%d日', timezone: '+08:00' } }, { $dateFromString: { dateString: '2026-53-5', format: '%G-%V-%u' } }], [utc(2026, 12, 31), utc(2026, 12, 30, 16), utc(2027, 1, 1)]),
  gives('$dateFromString has a way out', '$dateFromString: onError', [{ $dateFromString: { dateString: 'soon', onError: '?' } }, { $dateFromString: { dateString: 5, onError: '!' } }, { $dateFromString: { dateString: '$none', onNull: 0 } }, { $dateFromString: { dateString: '$nothing' } }], ['?', '!', 0, null]),
  refuses('$dateToString of a text', '$dateToString', { $dateToString: { date: '$text' } }, /can't convert from BSON type string to Date/),
  refuses('an unknown letter', '$dateToString', { $dateToString: { date: '$at', format: '%Q' } }, /Invalid format character '%Q' in format string/),
  refuses('$dateToString without a date', '$dateToString', { $dateToString: { format: '%Y' } }, /Missing 'date' parameter to \$dateToString/),
  refuses('a text that is no date', '$dateFromString', { $dateFromString: { dateString: 'soon' } }, /Error parsing date string 'soon'/),
  refuses('a day that is not in the calendar', '$dateFromString', { $dateFromString: { dateString: '2026-02-30' } }, /Error parsing date string/),
  refuses('a zone said twice', '$dateFromString', { $dateFromString: { dateString: '2026-12-31T00:00:00Z', timezone: SHANGHAI } }, /together with a timezone argument/),
])

describeBehaviours('reckoning with dates', [
  gives('$dateAdd keeps to the last day of a shorter month', '$dateAdd', [{ $dateAdd: { startDate: utc(2026, 1, 31), unit: 'month', amount: 1 } }, { $dateSubtract: { startDate: utc(2028, 2, 29), unit: 'year', amount: 1 } }, { $dateAdd: { startDate: utc(2026, 1, 31), unit: 'quarter', amount: 5 } }], [utc(2026, 2, 28), utc(2027, 2, 28), utc(2027, 4, 30)]),
  gives('$dateAdd of a day keeps the hour of the place, of 24 hours does not', '$dateAdd: timezone', [{ $dateAdd: { startDate: utc(2026, 3, 28, 12), unit: 'day', amount: 1, timezone: 'Europe/London' } }, { $dateAdd: { startDate: utc(2026, 3, 28, 12), unit: 'hour', amount: 24, timezone: 'Europe/London' } }], [utc(2026, 3, 29, 11), utc(2026, 3, 29, 12)]),
  gives('$dateDiff counts the boundaries between', '$dateDiff', [{ $dateDiff: { startDate: utc(2026, 12, 31, 23), endDate: utc(2027, 1, 1, 1), unit: 'year' } }, { $dateDiff: { startDate: utc(2026, 12, 31, 23), endDate: utc(2027, 1, 1, 1), unit: 'day' } }, { $dateDiff: { startDate: utc(2026, 12, 31, 23), endDate: utc(2027, 1, 1, 1), unit: 'hour' } }, { $dateDiff: { startDate: utc(2027, 1, 1), endDate: utc(2026, 11, 30), unit: 'month' } }], [1, 1, 2, -2]),
  gives('days are those of the place', '$dateDiff: timezone', [{ $dateDiff: { startDate: utc(2026, 12, 31, 1), endDate: utc(2026, 12, 31, 17), unit: 'day' } }, { $dateDiff: { startDate: utc(2026, 12, 31, 1), endDate: utc(2026, 12, 31, 17), unit: 'day', timezone: SHANGHAI } }], [0, 1]),
  gives('weeks begin on Sunday, or as said', '$dateDiff: startOfWeek', [{ $dateDiff: { startDate: utc(2026, 11, 7), endDate: utc(2026, 11, 8), unit: 'week' } }, { $dateDiff: { startDate: utc(2026, 11, 7), endDate: utc(2026, 11, 8), unit: 'week', startOfWeek: 'Monday' } }], [1, 0]),
  gives('$dateTrunc to the day of the place', '$dateTrunc', [{ $dateTrunc: { date: '$at', unit: 'day' } }, { $dateTrunc: { date: '$at', unit: 'day', timezone: SHANGHAI } }, { $dateTrunc: { date: '$at', unit: 'month', timezone: SHANGHAI } }, { $dateTrunc: { date: '$at', unit: 'quarter' } }, { $dateTrunc: { date: '$at', unit: 'week', startOfWeek: 'mon' } }], [utc(2026, 12, 31), utc(2026, 12, 31, 16), utc(2026, 12, 31, 16), utc(2026, 10, 1), utc(2026, 12, 28)]),
  gives('bins of several units are counted from the year 2000', '$dateTrunc: binSize', [{ $dateTrunc: { date: utc(2026, 5, 5), unit: 'year', binSize: 5 } }, { $dateTrunc: { date: utc(2026, 5, 5, 13, 47), unit: 'minute', binSize: 15 } }, { $dateTrunc: { date: utc(2026, 5, 5, 13, 47), unit: 'hour', binSize: 6 } }], [utc(2025, 1, 1), utc(2026, 5, 5, 13, 45), utc(2026, 5, 5, 12)]),
  gives('null makes it null', '$dateAdd; $dateTrunc', [{ $dateAdd: { startDate: '$none', unit: 'day', amount: 1 } }, { $dateTrunc: { date: '$nothing', unit: 'day' } }, { $dateDiff: { startDate: '$at', endDate: '$at', unit: null } }], [null, null, null]),
  refuses('a unit that is none', '$dateAdd', { $dateAdd: { startDate: '$at', unit: 'moon', amount: 1 } }, /'unit' value cannot be recognized as a time unit: moon/),
  refuses('half a day', '$dateAdd', { $dateAdd: { startDate: '$at', unit: 'day', amount: 0.5 } }, /expects integer amount of time units/),
  refuses('bins of nothing', '$dateTrunc', { $dateTrunc: { date: '$at', unit: 'day', binSize: 0 } }, /'binSize' to be greater than 0/),
])
