import { useState } from 'react'
import type { Sheet } from '../../../domain/ledger/entry'
import { Card } from '@/components/Card'
import { ListEnd } from '@/components/ListEnd'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'
import { SHEET } from '@/labels/scoring'
import { pointsText } from '../pointsText'
import { EntryGroupRow } from './EntryGroupRow'
import { EntryRow } from './EntryRow'
import { groupsOf } from './groupsOf'
import type { Entry } from './index'

const STEP = 20

/** The entries of one sheet, newest first, equal ones of a day together. */
export function SheetEntries({ sheet, entries }: { sheet: Sheet; entries: readonly Entry[] }) {
  const [shown, setShown] = useState(STEP)
  const { words, clean } = SHEET[sheet]
  const groups = groupsOf(entries)
  const count = entries.length > 0 ? `${words} · ${entries.length} 笔` : words
  return (
    <Section title={count} note={sumWords(entries)}>
      {groups.length === 0 && <Notice tone='good' words={clean} />}
      {groups.length > 0 && <Card flush>{groups.slice(0, shown).map((group) => (group.entries.length > 1 ? <EntryGroupRow key={group.key} group={group} /> : <EntryRow key={group.key} entry={group.entries[0]} />))}</Card>}
      {groups.length > STEP && <ListEnd more={groups.length > shown} onMore={() => setShown(shown + STEP)} />}
    </Section>
  )
}

/** 扣 8 分，加 2 分. */
function sumWords(entries: readonly Entry[]): string | undefined {
  const sum = (of: readonly Entry[]) => of.reduce((total, { points }) => total + points, 0)
  const [taken, given] = [sum(entries.filter(({ points }) => points < 0)), sum(entries.filter(({ points }) => points > 0))]
  const words = [taken < 0 && `扣 ${pointsText(-taken)} 分`, given > 0 && `加 ${pointsText(given)} 分`].filter(Boolean)
  return words.length > 0 ? words.join('，') : undefined
}
