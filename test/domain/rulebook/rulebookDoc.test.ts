import { readFileSync } from 'node:fs'
import { builtInEdition } from '../../../domain/rulebook/builtIn'
import { withDecisions } from '../../../domain/rulebook/withDecisions'
import { rulebookDoc, rulebookDocPath } from '../../../scripts/rulebookDoc'

describe('the rulebook for readers', () => {
  it('is fresh: it says what the township’s rulebook says today', () => {
    expect(readFileSync(rulebookDocPath, 'utf8')).toBe(rulebookDoc(builtInEdition))
  })

  it('marks what is undecided, until the office decides it', () => {
    expect(rulebookDoc(builtInEdition)).toContain('Undecided: D1, D2')
    expect(rulebookDoc(builtInEdition)).toContain('**⚠ 未定** (D1)')
    const decided = rulebookDoc(withDecisions(builtInEdition, { delayedHandlingPoints: 300, missedMeetingPoints: 200 }))
    expect(decided).toContain('Undecided: nothing')
    expect(decided).not.toContain('未定')
  })

  it('has a line for every category and every item', () => {
    const doc = rulebookDoc(builtInEdition)
    for (const { code } of builtInEdition.categories) expect(doc).toContain(`| ${code} |`)
    for (const part of builtInEdition.redProperty.parts)
      for (const { items } of part.sections) for (const { code } of items) expect(doc).toContain(`| ${code} |`)
  })
})
