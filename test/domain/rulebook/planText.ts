import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const planFile = join(__dirname, '../../fixtures/plan.zh.txt')
export const planText = readFileSync(planFile, 'utf8')

/** The source is a text copied out of tables: only its characters count, not where its lines break. */
export const squeezed = (text: string): string => text.replace(/\s+/g, '')

const whole = squeezed(planText)

/** Whether the words stand in the plan, character for character. */
export const standsInPlan = (text: string): boolean => squeezed(text) !== '' && whole.includes(squeezed(text))

/** The lines between two headings, without them. The annexes are also named in a list before: the last heading counts. */
export const linesBetween = (from: string, to: string): readonly string[] => {
  const lines = planText.split('\n').map((line) => line.trim())
  const start = lines.lastIndexOf(from)
  const end = lines.indexOf(to, start + 1)
  if (start < 0 || end < 0) throw new Error(`the plan has no ${from} … ${to}`)
  return lines.slice(start + 1, end).filter((line) => line !== '')
}

/** The groups of a pattern that must fit. */
export const read = (pattern: RegExp, text: string): readonly string[] => {
  const match = pattern.exec(text)
  if (match === null) throw new Error(`${pattern} does not fit: ${text}`)
  return match.slice(1).map((group) => group ?? '')
}

/** Points as the plan writes them, in centipoints. A blank is undecided. */
export const pointsRead = (digits: string): number | 'undecided' => (digits === '' ? 'undecided' : Number(digits) * 100)
