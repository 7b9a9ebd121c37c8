import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { groupNames } from '../../../domain/rulebook/annex1'
import { emergencyPlans, patrolSubjects } from '../../../domain/rulebook/annex2Lists'
import { builtInEdition } from '../../../domain/rulebook/builtIn'
import type { Edition } from '../../../domain/rulebook/edition'
import { differencesFromPlan, leavesOf, planPart } from './againstPlan'
import { linesBetween, planFile, squeezed, standsInPlan } from './planText'
import { listed, readPlan } from './readPlan'

/** The edition with the text or number at a path changed as little as it can be. */
const slipped = (edition: Edition, path: string): Edition => {
  const copy = JSON.parse(JSON.stringify(edition)) as Edition
  const keys = path.split('/').slice(1)
  const last = keys.pop() ?? ''
  const holder = keys.reduce<Record<string, unknown>>((inner, key) => inner[key] as Record<string, unknown>, copy as unknown as Record<string, unknown>)
  const value = holder[last]
  if (typeof value === 'number') holder[last] = value + 1
  else {
    const characters = [...squeezed(String(value))]
    const middle = Math.floor(characters.length / 2)
    characters[middle] = characters[middle] === '的' ? '地' : '的'
    holder[last] = characters.join('')
  }
  return copy
}

describe('the plan in the fixture', () => {
  it('is the township’s plan to the byte', () => {
    expect(createHash('sha256').update(readFileSync(planFile)).digest('hex')).toBe('f65b6c6ec427a948e9251bfbfcc8a2d0d9393ff904d36cf73312d3c28ad474e9')
  })
})

describe('the rulebook beside the plan', () => {
  it('says in every word and number what a second reading of the plan gives, and leaves no rule out', () => {
    expect(differencesFromPlan(builtInEdition)).toEqual([])
  })

  it('is noticed when any one of its texts or numbers slips by one', () => {
    const leaves = leavesOf(planPart(builtInEdition))
    expect(leaves.length).toBeGreaterThan(500)
    const unnoticed = leaves.filter(({ path }) => !differencesFromPlan(slipped(builtInEdition, path)).includes(path))
    expect(unnoticed).toEqual([])
  })

  it('is noticed when it lacks a category, a sentence of Annex 2 or an item of Annex 3', () => {
    const [part, ...parts] = builtInEdition.redProperty.parts
    const [section, ...sections] = part?.sections ?? []
    if (part === undefined || section === undefined) throw new Error('Annex 3 is empty')
    const lacking: readonly Edition[] = [
      { ...builtInEdition, categories: builtInEdition.categories.slice(0, -1) },
      { ...builtInEdition, propertyRules: builtInEdition.propertyRules.slice(1) },
      {
        ...builtInEdition,
        redProperty: { ...builtInEdition.redProperty, parts: [{ ...part, sections: [{ ...section, items: section.items.slice(0, -1) }, ...sections] }, ...parts] },
      },
    ]
    for (const edition of lacking) expect(differencesFromPlan(edition)).not.toEqual([])
  })

  it('takes every text of a rule from the plan, character for character', () => {
    const ownWords = /\/(code|clause|group|kind|id|unit|longTermClause|propertyClause)$/
    const foreign = leavesOf(planPart(builtInEdition)).filter(
      ({ path, value }) => typeof value === 'string' && value !== 'undecided' && !ownWords.test(path) && !standsInPlan(value),
    )
    expect(foreign).toEqual([])
  })

  it('can tell a text with one changed character from the plan’s own', () => {
    expect(standsInPlan('有散养鸡、鸭、鹅等家禽')).toBe(true)
    expect(standsInPlan('有散养鸡、鸭、鹅等家畜')).toBe(false)
    expect(standsInPlan('重大影响的有一例扣3分')).toBe(true)
    expect(standsInPlan('重大影响的有一例扣4分')).toBe(false)
    expect(standsInPlan('')).toBe(false)
  })

  it('has the limit of every category stand right behind its name and condition', () => {
    const words = { day: '工作日', hour: '工作时' } as const
    const displaced = builtInEdition.categories.filter(
      ({ name, condition, limit }) => !standsInPlan(`${name}${condition}${limit.amount}${words[limit.unit]}`),
    )
    expect(displaced).toEqual([])
  })

  it('has the points of every item of Annex 3 stand right behind it', () => {
    const displaced = builtInEdition.redProperty.parts
      .flatMap((part) => part.sections.flatMap((section) => section.items))
      .filter(({ code, text, maxPoints }) => !['；', '。'].some((mark) => standsInPlan(`${code.at(-1)}.${text}${mark}${maxPoints / 100}分`)))
    expect(displaced).toEqual([])
  })

  it('gives the four groups the names of the plan', () => {
    for (const name of Object.values(groupNames)) expect(linesBetween('每处（个）扣分', '附件2：')).toContain(name)
  })
})

describe('the lists of Annex 2', () => {
  it('name the eleven emergency plans exactly as the rule that asks for them', () => {
    expect(emergencyPlans).toHaveLength(11)
    expect(builtInEdition.propertyRules[0]?.text).toBe(`未制定${listed(emergencyPlans)}等应急预案的有一项扣1分`)
  })

  it('hold the whole footnote on patrols, line by line', () => {
    expect(patrolSubjects.map(({ name, text }) => `${name}：${text}`)).toEqual(linesBetween('①', '附件3：'))
  })

  it('lose nothing where a line of the footnote is cut into items', () => {
    for (const { items, text } of patrolSubjects) expect(listed(items)).toBe(text.replace(/等$/, ''))
  })

  it('never use a code twice', () => {
    const codes = [emergencyPlans, ...patrolSubjects.map(({ items }) => items)].map((items) => items.map(({ code }) => code))
    for (const list of codes) expect(new Set(list).size).toBe(list.length)
  })
})

describe('the second reading', () => {
  it('itself finds all the plan has, so that an empty reading can’t agree with an empty rulebook', () => {
    const plan = readPlan()
    expect(plan.categories).toHaveLength(26)
    expect(plan.propertyRules).toHaveLength(14)
    expect(plan.redProperty.parts.flatMap(({ sections }) => sections.flatMap(({ items }) => items))).toHaveLength(52)
    expect(Object.keys(plan.findings)).toHaveLength(5)
    expect(plan.awards).toHaveLength(4)
  })
})
