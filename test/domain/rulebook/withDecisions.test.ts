import { builtInEdition } from '../../../domain/rulebook/builtIn'
import { checkEdition } from '../../../domain/rulebook/check'
import { UNDECIDED, type Decisions, type Edition } from '../../../domain/rulebook/edition'
import { propertyRuleByCode } from '../../../domain/rulebook/propertyRuleByCode'
import { withDecisions } from '../../../domain/rulebook/withDecisions'

const noteOf = (edition: Edition, id: string) => edition.decisionNotes.find((note) => note.id === id)

const townPoints = (edition: Edition) => Object.values(edition.findings).map(({ points }) => points.town)
const amounts = (edition: Edition) => edition.awards.map(({ amountFen }) => amountFen)

describe('when the office decides what the plan leaves open', () => {
  it('the blanks of Annex 2 are deducted as decided', () => {
    const decided = withDecisions(builtInEdition, { delayedHandlingPoints: 300, missedMeetingPoints: 200 })
    expect(propertyRuleByCode(decided, '2.3.2')?.points).toBe(-300)
    expect(propertyRuleByCode(decided, '2.5.1')?.points).toBe(-200)
    expect(checkEdition(decided)).toEqual([])
  })

  it('one blank can be decided while the other stays open', () => {
    const decided = withDecisions(builtInEdition, { missedMeetingPoints: 0 })
    expect(propertyRuleByCode(decided, '2.3.2')?.points).toBe(UNDECIDED)
    expect(propertyRuleByCode(decided, '2.5.1')?.points).toBe(0)
    expect(checkEdition(decided)).toEqual([])
  })

  it('cases of the town cost what is decided, those of city and district what the plan says', () => {
    const decided = withDecisions(builtInEdition, { townFindingPoints: 100 })
    expect(townPoints(decided)).toEqual([100, 100, 100, 100, 100])
    expect(Object.values(decided.findings).map(({ points }) => [points.city, points.district])).toEqual(Array(5).fill([200, 200]))
    expect(townPoints(withDecisions(builtInEdition, { townFindingPoints: UNDECIDED }))).toEqual(Array(5).fill(UNDECIDED))
  })

  it('the doubtful prize of 2024 yuan becomes 2000, and 2024 again when that is taken back', () => {
    const corrected = withDecisions(builtInEdition, { prizeAmounts: 'corrected' })
    expect(amounts(corrected)).toEqual([300_000, 200_000, 100_000, 200_000])
    expect(amounts(withDecisions(corrected, { prizeAmounts: 'asWritten' }))).toEqual(amounts(builtInEdition))
    expect(checkEdition(corrected)).toEqual([])
  })

  it('a prize the office has set itself stays as it set it', () => {
    const own = { ...builtInEdition, awards: builtInEdition.awards.map((tier) => (tier.id === 'second' ? { ...tier, amountFen: 250_000 } : tier)) }
    expect(amounts(withDecisions(own, { prizeAmounts: 'corrected' }))).toEqual([300_000, 250_000, 100_000, 200_000])
  })

  it('the note says what is decided now, and no longer gives the reason of what was decided before', () => {
    const decided = withDecisions(builtInEdition, { townFindingPoints: 150 })
    expect(noteOf(decided, 'D3')).toMatchObject({ decided: '镇级案卷每个扣1.5分。', why: '由镇考核办决定。' })
    expect(noteOf(decided, 'D4')).toEqual(noteOf(builtInEdition, 'D4'))
  })

  it('the edition it started from is left as it was', () => {
    const before = JSON.stringify(builtInEdition)
    withDecisions(builtInEdition, { delayedHandlingPoints: 300, townFindingPoints: 0, prizeAmounts: 'corrected' })
    expect(JSON.stringify(builtInEdition)).toBe(before)
  })

  it('deciding nothing changes nothing, and deciding twice is deciding once', () => {
    const changes: Partial<Decisions> = { delayedHandlingPoints: 300, prizeAmounts: 'corrected' }
    const once = withDecisions(builtInEdition, changes)
    expect(withDecisions(builtInEdition, {})).toEqual(builtInEdition)
    expect(withDecisions(once, changes)).toEqual(once)
  })

  it.each<[string, Partial<Decisions>, string]>([
    ['D1', { delayedHandlingPoints: 300 }, '每例扣3分。'],
    ['D5', { longTermPeriod: 'cumulative' }, '全年累计计算。'],
    ['D6', { bandEdge: 'lower' }, '归较低一档。'],
    ['D7', { tieBreaks: ['fewerDeductions', 'recordedDraw'] }, '依次为：扣分少者在前；由镇考核办抽签并记录。'],
    ['D8', { keyAndRecurrent: 'keyReplacesRecurrent' }, '只按重点问题扣，不再按反复扣。'],
    ['D9', { filedReportPoints: 100 }, '每处（个）扣1分。'],
    ['D10', { publicityDays: 7 }, '申诉期5个工作日，公示期7个工作日。'],
    ['D11', { coverageDenominator: 'all' }, '以全部户为分母。'],
    ['D12', { verificationMin: 3 }, '每个小区每月抽取已结案卷的10%，不少于3件。'],
    ['D13', { partsCappedAbove: true }, '不能；以满分为限，各部分最低为零分。'],
    ['D14', { prizeAmounts: 'corrected' }, '按2000元发放。'],
    ['D15', { monthMembers: 'wholeMonth', yearMembers: 'wholeYear' }, '月度：当月自始至终属于本镇，才参加。年度：全年都属于本镇的参加，只按属于本镇的各月计分。'],
  ])('the other choice of %s is put into words too', (id, changes, decided) => {
    expect(noteOf(withDecisions(builtInEdition, changes), id)?.decided).toBe(decided)
  })
})
