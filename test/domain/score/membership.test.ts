import { builtInEdition } from '../../../domain/rulebook/builtIn'
import { withDecisions } from '../../../domain/rulebook/withDecisions'
import { membersOf, type Membership } from '../../../domain/score/membership'
import { monthsOf } from '../../../domain/score/period'

const YEAR = monthsOf('2026', '2026-01', '2026-12')
const of = (membership: Membership, period: string, today = '2027-01-04', edition = builtInEdition) => {
  const until = monthsOf('2026', '2026-01', today.slice(0, 7)).filter((month) => period === '2026' || month <= period)
  const months = period === '2026' ? until : until.filter((month) => month === period)
  return membersOf(edition.decisions, [{ _id: 'east', ...membership }], { period, months, ofYear: until, today })[0]?.months ?? null
}
const months = (first: number, last: number) => YEAR.slice(first - 1, last)

describe('the table of a month', () => {
  it.each<[string, Membership, string, boolean]>([
    ['an estate that was always there', {}, '2026-03', true],
    ['one that joined on its first day', { joinedAt: '2026-03-01' }, '2026-03', true],
    ['one that joined on its last day', { joinedAt: '2026-03-31' }, '2026-03', true],
    ['one that joined the day after it', { joinedAt: '2026-04-01' }, '2026-03', false],
    ['one that left after its first day', { leftAt: '2026-03-02' }, '2026-03', true],
    ['one that was gone on its first day', { leftAt: '2026-03-01' }, '2026-03', false],
    ['one that came and went within it', { joinedAt: '2026-03-10', leftAt: '2026-03-12' }, '2026-03', true],
    ['one that never came', { joinedAt: '2026-03-10', leftAt: '2026-03-10' }, '2026-03', false],
  ])('takes %s by whether it belonged on one of its days', (_, membership, period, isIn) => {
    expect(of(membership, period)).toEqual(isIn ? [period] : null)
  })

  it('that runs waits for an estate that is yet to come', () => {
    expect(of({ joinedAt: '2026-03-20' }, '2026-03', '2026-03-19')).toBeNull()
    expect(of({ joinedAt: '2026-03-20' }, '2026-03', '2026-03-20')).toEqual(['2026-03'])
    expect(of({ leftAt: '2026-03-20' }, '2026-03', '2026-03-25')).toEqual(['2026-03'])
  })

  it.each<[Membership, boolean]>([
    [{ joinedAt: '2026-03-01' }, true],
    [{ joinedAt: '2026-03-02' }, false],
    [{ leftAt: '2026-04-01' }, true],
    [{ leftAt: '2026-03-31' }, false],
  ])('takes only who belonged on all its days where decision D15 says so: %p', (membership, isIn) => {
    const edition = withDecisions(builtInEdition, { monthMembers: 'wholeMonth' })
    expect(of(membership, '2026-03', '2027-01-04', edition)).toEqual(isIn ? ['2026-03'] : null)
  })
})

describe('the table of a year', () => {
  it.each<[string, Membership, readonly string[] | null]>([
    ['an estate that was always there has all its months', {}, months(1, 12)],
    ['one that joined in September has its last four', { joinedAt: '2026-09-15' }, months(9, 12)],
    ['one that joined on New Year’s Eve has one', { joinedAt: '2026-12-31' }, months(12, 12)],
    ['one that joined after it is not in it', { joinedAt: '2027-01-01' }, null],
    ['one that left in March is not in it', { leftAt: '2026-03-15' }, null],
    ['one whose last day is the 30th of December is not in it', { leftAt: '2026-12-31' }, null],
    ['one whose last day is the 31st of December is in it', { leftAt: '2027-01-01' }, months(1, 12)],
  ])('%s', (_, membership, own) => expect(of(membership, '2026')).toEqual(own))

  it('that runs holds who belongs today', () => {
    expect(of({ joinedAt: '2026-09-15' }, '2026', '2026-09-14')).toBeNull()
    expect(of({ joinedAt: '2026-09-15' }, '2026', '2026-10-01')).toEqual(months(9, 10))
    expect(of({ leftAt: '2026-10-01' }, '2026', '2026-09-30')).toEqual(months(1, 9))
    expect(of({ leftAt: '2026-10-01' }, '2026', '2026-10-01')).toBeNull()
  })

  it('takes only who belonged to all of it where decision D15 says so', () => {
    const edition = withDecisions(builtInEdition, { yearMembers: 'wholeYear' })
    expect(of({ joinedAt: '2026-01-01' }, '2026', '2027-01-04', edition)).toEqual(months(1, 12))
    expect(of({ joinedAt: '2026-01-02' }, '2026', '2027-01-04', edition)).toBeNull()
  })

  it('takes nobody who has no month of its own', () => {
    expect(of({ joinedAt: '2026-12-02' }, '2026', '2027-01-04', withDecisions(builtInEdition, { monthMembers: 'wholeMonth' }))).toBeNull()
  })
})
