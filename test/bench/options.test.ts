import { BadOptions, parseOptions } from '../../bench/options'

const BENCHES = ['time', 'survey', 'morning', 'engine']
const parse = (line: string) => parseOptions(line.split(' ').filter(Boolean), BENCHES)

test.each([
  ['', { names: [], large: false, delay: 0, size: 100 }],
  ['morning', { names: ['morning'], large: false, delay: 0, size: 100 }],
  ['morning --delay 50 --size 5000', { names: ['morning'], large: false, delay: 50, size: 5000 }],
  ['--size=0 --delay=1000', { names: [], large: false, delay: 1000, size: 0 }],
  ['engine --large time', { names: ['engine', 'time'], large: true, delay: 0, size: 100 }],
])('a bench asked for as "%s" is played as it says', (line, options) => expect(parse(line)).toEqual(options))

test.each([
  ['morgen', 'no bench morgen; there are time, survey, morning, engine, and --large, --delay MS, --size N'],
  ['morning --dely 50', "Unknown option '--dely'"],
  ['morning --delay', "Option '--delay <value>' argument missing"],
  ['morning --delay --size 5', "Option '--delay' argument is ambiguous"],
  ['morning --delay -5', "Option '--delay' argument is ambiguous"],
  ['morning --delay=', '--delay: a whole number of milliseconds from 0 to 1000 was expected, not ""'],
  ['morning --delay 20ms', 'not "20ms"'],
  ['morning --delay 1e2', 'not "1e2"'],
  ['morning --delay 1001', 'not "1001"'],
  ['morning --size 2.5', '--size: a whole number of cases from 0 to 20000 was expected, not "2.5"'],
  ['morning --size=-1', 'not "-1"'],
  ['morning --size 20001', 'not "20001"'],
  ['engine --large=yes', "Option '--large' does not take an argument"],
  ['time --delay 50', '--delay is for the bench morning alone, which was not asked for'],
  ['morning --large', '--large is for the bench engine alone, which was not asked for'],
])('a bench asked for as "%s" is refused, in words', (line, words) => {
  expect(() => parse(line)).toThrow(BadOptions)
  expect(() => parse(line)).toThrow(words)
})
