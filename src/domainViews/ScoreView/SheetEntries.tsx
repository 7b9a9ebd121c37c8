import { useState } from 'react'
import type { Sheet } from '../../../domain/ledger/entry'
import { Card } from '@/components/Card'
import { ListEnd } from '@/components/ListEnd'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'
import { SHEET } from '@/labels/scoring'
import { pointsText } from '../pointsText'
import { EntryRow } from './EntryRow'
import type { Entry } from './index'

const STEP = 20

/** The entries of one sheet, newest first. */
export function SheetEntries({ sheet, entries }: { sheet: Sheet; entries: readonly Entry[] }) {
  const [shown, setShown] = useState(STEP)
  const { words, clean } = SHEET[sheet]
  const newest = [...entries].sort((a, b) => b.factAt - a.factAt || b.seq - a.seq)
  const count = newest.length > 0 ? `${words} · ${newest.length} 笔` : words
  return (
    <Section title={count} note={sumWords(entries)}>
      {newest.length === 0 && <Notice tone='good' words={clean} />}
      {newest.length > 0 && <Card flush>{newest.slice(0, shown).map((entry) => <EntryRow key={entry.id} entry={entry} />)}</Card>}
      {newest.length > STEP && <ListEnd more={newest.length > shown} onMore={() => setShown(shown + STEP)} />}
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
