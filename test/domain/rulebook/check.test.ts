import { builtInEdition } from '../../../domain/rulebook/builtIn'
import { checkEdition } from '../../../domain/rulebook/check'
import { UNDECIDED, type Decisions, type Edition, type RedPropertyRule, type SatisfactionRule } from '../../../domain/rulebook/edition'
import { withDecisions } from '../../../domain/rulebook/withDecisions'

/** The first of a list replaced. */
const first = <Item>(items: readonly Item[], change: Partial<Item>): readonly Item[] => items.map((item, place) => (place === 0 ? { ...item, ...change } : item))

const edited = (change: Partial<Edition>): Edition => ({ ...builtInEdition, ...change })
const decided = (changes: Partial<Decisions>): Edition => withDecisions(builtInEdition, changes)
const category = (change: Partial<Edition['categories'][number]>) => edited({ categories: first(builtInEdition.categories, change) })
const rule = (change: Partial<Edition['propertyRules'][number]>) => edited({ propertyRules: first(builtInEdition.propertyRules, change) })
const award = (change: Partial<Edition['awards'][number]>) => edited({ awards: first(builtInEdition.awards, change) })
const bands = (...edges: readonly (readonly [number, number])[]) => {
  const satisfaction: SatisfactionRule = {
    ...builtInEdition.satisfaction,
    bands: edges.map(([fromPercent, toPercent]) => ({ fromPercent, toPercent, points: 500 })),
  }
  return edited({ satisfaction })
}
const red = (change: Partial<RedPropertyRule>) => edited({ redProperty: { ...builtInEdition.redProperty, ...change } })
const hours = (...periods: readonly (readonly [string, string])[]) =>
  decided({ workingHours: [{ from: '2024-01-01', periods: periods.map(([start, end]) => ({ start, end })) }] })
const hoursFrom = (...dates: readonly string[]) => decided({ workingHours: dates.map((from) => ({ from, periods: [{ start: '09:00', end: '17:00' }] })) })
const overdue = (change: Partial<Edition['findings']['overdue']>) =>
  edited({ findings: { ...builtInEdition.findings, overdue: { ...builtInEdition.findings.overdue, ...change } } })
const { redProperty, composite, findings, projects, awards, categories, propertyRules, decisionNotes } = builtInEdition
const { overdue: _, ...withoutOverdue } = findings

describe('an edition of the rulebook', () => {
  it('is sound when it is the plan itself', () => {
    expect(checkEdition(builtInEdition)).toEqual([])
  })

  it('is sound after a journey through the database, which knows no shared objects', () => {
    expect(checkEdition(JSON.parse(JSON.stringify(builtInEdition)) as Edition)).toEqual([])
  })

  it.each<[string, Edition, string]>([
    ['has no name', edited({ name: ' ' }), '版本：文字不能为空'],
    ['starts between two milliseconds', edited({ effectiveFrom: 0.5 }), '版本：生效时间'],
    ['has no category', edited({ categories: [] }), '小类：一项也没有'],
    ['gives one code to two categories', edited({ categories: [...categories, ...categories.slice(0, 1)] }), '小类代码重复：0101'],
    ['files cases under no condition', category({ condition: '' }), '小类0101：文字不能为空'],
    ['lets a category cost half a centipoint', category({ points: 0.5 }), '小类0101：分值'],
    ['rewards a filthy corner', category({ points: -100 }), '小类0101：分值'],
    ['leaves no time for handling', category({ limit: { amount: 0, unit: 'day' } }), '小类0101处置时限'],
    ['gives a day and a half', category({ limit: { amount: 1.5, unit: 'day' } }), '小类0101处置时限'],
    ['counts limits in weeks', category({ limit: { amount: 1, unit: 'week' as 'day' } }), '小类0101：处置时限'],
    ['has a group nobody knows', category({ group: 'other' as 'greening' }), '小类0101：分类'],
    ['counts a problem below zero', edited({ inspection: { ...builtInEdition.inspection, pointsPerProblem: -1 } }), '检查问题：分值'],
    ['doubles by not-a-number', edited({ inspection: { ...builtInEdition.inspection, doubledPoints: NaN } }), '检查问题双倍扣分'],
    ['forgets the overdue cases', edited({ findings: withoutOverdue as Edition['findings'] }), '案卷扣分缺少：overdue'],
    ['puts shirking where overdue belongs', overdue({ kind: 'shirked' }), '案卷扣分overdue：类别'],
    ['gives points to a city for an overdue case', overdue({ points: { city: -200, district: 200, town: 200 } }), '案卷扣分overdue市级'],
    ['calls the zeroth report recurrent', edited({ recurrence: { recurrentAt: 0, keyAbove: 3 } }), '反复次数'],
    ['has no threshold for key problems', edited({ recurrence: { recurrentAt: 3, keyAbove: 0 } }), '重点次数'],
    ['has shares that do not make a whole', edited({ composite: { ...composite, longTermPercent: 61 } }), '考核总分：两部分占比'],
    ['starts from nothing', edited({ fullPoints: 0 }), '满分'],
    ['has no property checks', edited({ propertyRules: [] }), '考核细则：一项也没有'],
    ['gives one code to two sentences', edited({ propertyRules: [...propertyRules, ...propertyRules.slice(0, 1)] }), '考核细则编号重复：2.1.1'],
    ['turns a deduction into a gift', rule({ points: 100 }), '考核细则2.1.1：分值'],
    ['turns an addition into a fine', rule({ kind: 'addition', points: -100 }), '考核细则2.1.1：分值'],
    ['leaves a number open that no decision closes', rule({ points: UNDECIDED }), '考核细则2.1.1：分值未定'],
    ['leaves a number open to a decision about something else', rule({ points: UNDECIDED, decision: 'D4' }), '考核细则2.1.1：分值未定'],
    ['asks more than everybody', edited({ satisfaction: { ...builtInEdition.satisfaction, minimumCoveragePercent: 101 } }), '满意率调查覆盖率'],
    ['knows no satisfaction', bands(), '满意率：一档也没有'],
    ['leaves a gap between two bands', bands([80, 90], [91, 100]), '满意率第1档：与下一档不相接'],
    ['lets two bands overlap', bands([80, 90], [89, 100]), '满意率第1档：与下一档不相接'],
    ['has an empty band', bands([80, 80], [80, 100]), '满意率第1档：下限须小于上限'],
    ['has bands that end before everybody is content', bands([80, 90], [90, 99]), '满意率第2档：最高一档'],
    ['lacks a part of Annex 3', red({ parts: redProperty.parts.slice(1) }), '“红色物业”：各部分分值之和不等于满分'],
    ['makes a part heavier than its items', red({ parts: first(redProperty.parts, { points: 2100 }) }), '“红色物业”3.1：各项分值之和'],
    ['gives one code to two parts', red({ parts: first(redProperty.parts, { code: '3.2' }) }), '“红色物业”部分编号重复：3.2'],
    ['repeats an item', red({ parts: redProperty.parts.map((part) => ({ ...part, sections: part.sections.map((section) => ({ ...section, items: [...section.items, ...section.items] })) })) }), '“红色物业”评分项编号重复：3.1.1.2'],
    ['has a section without items', red({ parts: redProperty.parts.map((part) => ({ ...part, sections: [...part.sections, { content: '空', items: [] }] })) }), '有标准内容没有评分项'],
    ['vetoes without a word', red({ veto: { item: '项目有党组织', text: '' } }), '“红色物业”：文字不能为空'],
    ['punishes model projects', edited({ projects: { ...projects, points: { ...projects.points, city: -500 } } }), '创建项目city'],
    ['forgets the national projects', edited({ projects: { ...projects, points: { district: 300, city: 500, province: 700 } as typeof projects.points } }), '创建项目级别缺少：nation'],
    ['has no third prize', edited({ awards: awards.filter(({ id }) => id !== 'third') }), '奖励档次缺少：third'],
    ['lists the first prize twice', edited({ awards: [...awards, ...awards.slice(0, 1)] }), '奖励档次重复：first'],
    ['has a prize nobody can win', award({ places: 0 }), '奖励first名额'],
    ['pays in half fen', award({ amountFen: 0.5 }), '奖励first金额'],
    ['pays nothing', award({ amountFen: 0 }), '奖励first金额'],
    ['does not say who is paid', edited({ payoutNote: { text: '', clause: '附件4' } }), '发放备注'],
  ])('is refused when it %s', (_, edition, problem) => {
    expect(checkEdition(edition)).toContainEqual(expect.stringContaining(problem))
  })
})

describe('the decisions of an edition', () => {
  it.each<[string, Edition]>([
    ['work through the day', hours(['00:00', '24:00'])],
    ['meet at a minute, which belongs to the second period', hours(['08:00', '12:00'], ['12:00', '16:00'])],
    ['change in summer', hoursFrom('2024-01-01', '2024-06-01', '2024-10-01')],
    ['draw every case', decided({ verificationSharePercent: 100 })],
    ['draw no case at least', decided({ verificationSharePercent: 0, verificationMin: 0 })],
  ])('may %s', (_, edition) => {
    expect(checkEdition(edition)).toEqual([])
  })

  it.each<[string, Edition, string]>([
    ['know no working hours', decided({ workingHours: [] }), '工作时段：未规定'],
    ['have working hours without a period', hours(), '一段也没有'],
    ['write half past eight as 8:30', hours(['8:30', '11:30']), '时间须写作'],
    ['know a 25th hour', hours(['08:30', '25:00']), '时间须写作'],
    ['know a 60th minute', hours(['08:60', '11:30']), '时间须写作'],
    ['end before they start', hours(['11:30', '08:30']), '互不重叠'],
    ['end when they start', hours(['08:30', '08:30']), '互不重叠'],
    ['let two periods overlap by a minute', hours(['08:30', '11:31'], ['11:30', '17:30']), '互不重叠'],
    ['put the afternoon first', hours(['13:30', '17:30'], ['08:30', '11:30']), '互不重叠'],
    ['begin working hours on 30 February', hoursFrom('2024-01-01', '2024-02-30'), '确有其日'],
    ['begin two working hours on one day', hoursFrom('2024-01-01', '2024-01-01'), '先后排列'],
    ['put the later hours first', hoursFrom('2024-01-01', '2024-10-01', '2024-06-01'), '先后排列'],
    ['have no working hours on the first day', hoursFrom('2024-01-02'), '尚无工作时段'],
    ['deduct below zero for a delay', decided({ delayedHandlingPoints: -100 }), '补充规定D1'],
    ['deduct a third of a centipoint', decided({ missedMeetingPoints: 1 / 3 }), '补充规定D2'],
    ['reward a town’s overdue cases', decided({ townFindingPoints: -200 }), '补充规定D3'],
    ['choose what is no choice', decided({ longTermPeriod: 'week' as 'month' }), '补充规定longTermPeriod'],
    ['break ties twice the same way', decided({ tieBreaks: ['fewerOverdue', 'fewerOverdue', 'recordedDraw'] }), '同分比较重复'],
    ['break ties by the alphabet', decided({ tieBreaks: ['alphabet' as 'fewerOverdue', 'recordedDraw'] }), '同分比较不认识'],
    ['leave a last tie unbroken', decided({ tieBreaks: ['fewerOverdue'] }), '最后须以抽签了结'],
    ['reward filing', decided({ filedReportPoints: -100 }), '补充规定D9'],
    ['leave no day for appeals', decided({ appealWindowDays: 0 }), '申诉期'],
    ['publish for half a day', decided({ publicityDays: 0.5 }), '公示期'],
    ['draw more cases than there are', decided({ verificationSharePercent: 101 }), '核查比例'],
    ['draw fewer than no case', decided({ verificationMin: -1 }), '最少核查件数'],
    ['leave one unexplained', edited({ decisionNotes: decisionNotes.slice(1) }), '补充规定说明缺少：D1'],
    ['explain one with nothing', edited({ decisionNotes: first(decisionNotes, { why: '' }) }), '补充规定D1说明：文字不能为空'],
    ['say one thing and decide another', edited({ decisionNotes: first(decisionNotes, { decided: '每例扣9分。' }) }), '补充规定D1说明：文字与规定不符'],
    ['are not followed by the numbers that rest on them', edited({ decisions: { ...builtInEdition.decisions, townFindingPoints: 100 } }), '没有照补充规定改写'],
    ['correct a prize that stays uncorrected', edited({ decisions: { ...builtInEdition.decisions, prizeAmounts: 'corrected' } }), '没有照补充规定改写'],
  ])('are refused when they %s', (_, edition, problem) => {
    expect(checkEdition(edition)).toContainEqual(expect.stringContaining(problem))
  })
})
