import type { Edition } from '../../../domain/rulebook/edition'
import { squeezed } from './planText'
import { readPlan } from './readPlan'

/** What of an edition the plan itself decides: without our own marks (hazardous), town cases and the decisions. */
export const planPart = ({ name, categories, findings, inspection, recurrence, composite, propertyRules, satisfaction, redProperty, projects, awards, payoutNote }: Edition) => ({
  name,
  categories: categories.map(({ hazardous: _, ...category }) => category),
  inspection,
  findings: Object.fromEntries(
    Object.entries(findings).map(([kind, { points, ...finding }]) => [kind, { ...finding, points: { city: points.city, district: points.district } }]),
  ),
  recurrence,
  composite,
  propertyRules: propertyRules.map(({ decision: _, ...rule }) => rule),
  satisfaction,
  redProperty,
  projects,
  awards,
  payoutNote,
})

export type Leaf = { readonly path: string; readonly value: string | number | boolean }

/** Every text and number in a value, with the way to it. Texts without white space: the plan's line breaks mean nothing. */
export const leavesOf = (value: unknown, path = ''): readonly Leaf[] => {
  if (typeof value === 'string') return [{ path, value: squeezed(value) }]
  if (typeof value === 'number' || typeof value === 'boolean') return [{ path, value }]
  return Object.entries(value as object).flatMap(([key, inner]) => leavesOf(inner, `${path}/${key}`))
}

const plan = new Map(leavesOf(readPlan()).map(({ path, value }) => [path, value]))

/** Where an edition says something else than the plan, says it in another place, or leaves it out. */
export const differencesFromPlan = (edition: Edition): readonly string[] => {
  const ours = new Map(leavesOf(planPart(edition)).map(({ path, value }) => [path, value]))
  return [...new Set([...plan.keys(), ...ours.keys()])].filter((path) => plan.get(path) !== ours.get(path))
}
