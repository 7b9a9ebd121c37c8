import { builtInEdition } from '../../../domain/rulebook/builtIn'
import { categoryByCode } from '../../../domain/rulebook/categoryByCode'
import { UNDECIDED } from '../../../domain/rulebook/edition'
import { propertyRuleByCode } from '../../../domain/rulebook/propertyRuleByCode'
import { redPropertyItemByCode } from '../../../domain/rulebook/redPropertyItemByCode'
import { redPropertyItems } from '../../../domain/rulebook/redPropertyItems'

const countOf = (values: readonly string[]) => values.reduce<Record<string, number>>((counts, value) => ({ ...counts, [value]: (counts[value] ?? 0) + 1 }), {})
const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)

describe('the categories a case is filed under', () => {
  it('are 26: 7 of infrastructure, 15 of environment, 3 of greening, 1 of illegal building', () => {
    expect(countOf(builtInEdition.categories.map(({ group }) => group))).toEqual({ infrastructure: 7, environment: 15, greening: 3, illegalBuilding: 1 })
  })

  it('give 11 times 3 working days, 10 times 2 working hours, twice 4 hours, twice 1 day and once 7 days', () => {
    expect(countOf(builtInEdition.categories.map(({ limit }) => `${limit.amount} ${limit.unit}`))).toEqual({ '3 day': 11, '2 hour': 10, '4 hour': 2, '1 day': 2, '7 day': 1 })
  })

  it('ask for a safeguard at once at open manholes, broken fire equipment and blocked fire lanes, and nowhere else', () => {
    expect(builtInEdition.categories.filter(({ hazardous }) => hazardous).map(({ name }) => name)).toEqual(['井盖缺损', '消防设施缺损', '占用消防通道'])
  })

  it('cost one point a place', () => {
    expect(new Set(builtInEdition.categories.map(({ points }) => points))).toEqual(new Set([100]))
  })
})

describe('the rules of inspections and reports', () => {
  it('take one point for a problem and one more when it is not rectified in time', () => {
    expect(builtInEdition.inspection).toMatchObject({ pointsPerProblem: 100, doubledPoints: 100 })
  })

  it('take two points for each of the five findings, whoever’s case it is', () => {
    const points = Object.values(builtInEdition.findings).map((finding) => finding.points)
    expect(points).toEqual(Array(5).fill({ city: 200, district: 200, town: 200 }))
  })
})

describe('the property checks', () => {
  it('take off and add in 14 sentences over six rows', () => {
    expect(countOf(builtInEdition.propertyRules.map(({ row }) => String(row)))).toEqual({ 1: 4, 2: 1, 3: 4, 4: 1, 5: 3, 6: 1 })
  })

  it('leave undecided exactly the two numbers the plan leaves blank', () => {
    const blank = builtInEdition.propertyRules.filter(({ points }) => points === UNDECIDED)
    expect(blank.map(({ code, decision }) => [code, decision])).toEqual([['2.3.2', 'D1'], ['2.5.1', 'D2']])
  })

  it('never add what the plan takes off, nor take off what it adds', () => {
    const signs = builtInEdition.propertyRules.filter(({ kind, points }) => points !== UNDECIDED && (kind === 'deduction') !== points < 0)
    expect(signs).toEqual([])
  })
})

describe('the Red Property table', () => {
  it('has 52 scored items in parts of 20, 15, 22, 10, 20 and 13 points', () => {
    expect(redPropertyItems(builtInEdition)).toHaveLength(52)
    expect(builtInEdition.redProperty.parts.map(({ points }) => points)).toEqual([2000, 1500, 2200, 1000, 2000, 1300])
  })

  it('adds up to a hundred points, and each part to its own', () => {
    expect(total(redPropertyItems(builtInEdition).map(({ maxPoints }) => maxPoints))).toBe(builtInEdition.fullPoints)
    for (const part of builtInEdition.redProperty.parts) {
      expect(total(part.sections.flatMap(({ items }) => items.map(({ maxPoints }) => maxPoints)))).toBe(part.points)
    }
  })

  it('gives no points for having a party organisation: lacking one is the veto', () => {
    expect(redPropertyItemByCode(builtInEdition, '3.1.1.1')).toBeUndefined()
    expect(builtInEdition.redProperty.veto).toEqual({ item: '项目有党组织', text: '没有建立党组织的，一票否决' })
  })
})

describe('the awards', () => {
  it('are two first, two second, two third prizes and one Red Property, 14 072 yuan in all', () => {
    expect(builtInEdition.awards.map(({ id, places, amountFen }) => [id, places, amountFen])).toEqual([
      ['first', 2, 300_000],
      ['second', 2, 202_400],
      ['third', 2, 100_000],
      ['redProperty', 1, 202_400],
    ])
    expect(total(builtInEdition.awards.map(({ places, amountFen }) => places * amountFen))).toBe(1_407_200)
  })

  it('add 3, 5, 7 and 10 points for projects of district, city, province and nation', () => {
    expect(builtInEdition.projects.points).toEqual({ district: 300, city: 500, province: 700, nation: 1000 })
  })
})

describe('the first edition', () => {
  it('holds from the first minute of 2024 in Beijing', () => {
    expect(new Date(builtInEdition.effectiveFrom).toISOString()).toBe('2023-12-31T16:00:00.000Z')
  })

  it('explains every decision, in order', () => {
    expect(builtInEdition.decisionNotes.map(({ id }) => id)).toEqual(Array.from({ length: 15 }, (_, place) => `D${place + 1}`))
  })

  it('finds a rule by its code and nothing by a code it does not have', () => {
    expect(categoryByCode(builtInEdition, '0215')?.name).toBe('占用消防通道')
    expect(categoryByCode(builtInEdition, '0216')).toBeUndefined()
    expect(propertyRuleByCode(builtInEdition, '2.6.1')?.points).toBe(200)
    expect(propertyRuleByCode(builtInEdition, '2.7.1')).toBeUndefined()
    expect(redPropertyItemByCode(builtInEdition, '3.6.2.4')?.maxPoints).toBe(300)
    expect(redPropertyItemByCode(builtInEdition, '3.6.2.5')).toBeUndefined()
  })
})
