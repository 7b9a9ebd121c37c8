import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { chainEntry, GENESIS, verifyChain, type ChainHead } from '../../../domain/ledger/chain'
import type { EntryDraft, LedgerEntry } from '../../../domain/ledger/entry'

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
const draft = (id: string, changes: Partial<EntryDraft> = {}): EntryDraft => ({
  _id: id, townId: 'town', estateId: 'east', month: '2026-04', sheet: 'longTerm', rule: 'overdue', editionId: 'plan-1', points: -200,
  basis: { kind: 'case', id: 'case-1' }, factAt: 1_776_049_200_000, by: 'clock', note: '超时案卷', ...changes,
})

function chain(drafts: readonly EntryDraft[], from: ChainHead = GENESIS): LedgerEntry[] {
  let head = from
  return drafts.map((next, index) => {
    const entry = chainEntry(head, next, 1_776_050_000_000 + index, hash)
    head = entry
    return entry
  })
}
const headOf = (entries: readonly LedgerEntry[]): ChainHead => entries.at(-1) ?? GENESIS
const five = chain(['a', 'b', 'c', 'd', 'e'].map((id) => draft(id)))
const faults = (entries: readonly LedgerEntry[], head = headOf(five)) => verifyChain(entries, head, hash).map(({ kind, seq }) => `${kind} ${seq}`)
const without = (...seqs: readonly number[]) => five.filter(({ seq }) => !seqs.includes(seq))
const changed = (seq: number, changes: Partial<LedgerEntry>) => five.map((entry) => (entry.seq === seq ? { ...entry, ...changes } : entry))

describe('the chain of the scoring ledger', () => {
  it('is sound as it was written, in whatever order it is read, and when it is empty', () => {
    expect(five.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
    expect(faults(five)).toEqual([])
    expect(faults([...five].reverse())).toEqual([])
    expect(faults([], GENESIS)).toEqual([])
  })

  it('calls changed words a modification, of that entry alone', () => {
    expect(faults(changed(3, { points: -100 }))).toEqual(['modification 3'])
    expect(faults(changed(5, { note: '' }))).toEqual(['modification 5'])
  })

  it('calls a missing entry a gap, at the entry that lost its predecessor', () => {
    expect(faults(without(1))).toEqual(['gap 2'])
    expect(faults(without(3))).toEqual(['gap 4'])
    expect(faults(without(2, 4))).toEqual(['gap 3', 'gap 5'])
  })

  it('calls a cut-off tail a gap at the head', () => {
    expect(verifyChain(without(5), headOf(five), hash)).toEqual([{ kind: 'gap', seq: 5, id: 'head' }])
    expect(faults([])).toEqual(['gap 5'])
    expect(faults(five, { seq: 4, hash: five[3]!.hash })).toEqual(['gap 4'])
  })

  it.each([2, 5])('calls two entries behind one and the same a fork, and nothing else, whichever of them the chain went on from (at %i)', (seq) => {
    const twin = chainEntry(five[seq - 2]!, draft('twin'), 1_776_050_000_009, hash)
    expect(faults([...five, twin])).toEqual([`fork ${seq}`])
    expect(faults([twin, ...five])).toEqual([`fork ${seq}`])
  })

  it('finds a fork at the very first entry', () => {
    expect(faults([chainEntry(GENESIS, draft('twin'), 1, hash), ...five])).toEqual(['fork 1'])
  })

  it('finds an entry that was rewritten together with its hash by the link behind it', () => {
    const rewritten = chainEntry(five[1]!, draft('c', { points: -100 }), five[2]!.bookedAt, hash)
    expect(faults([...without(3), rewritten])).toEqual(['gap 4'])
    const last = chainEntry(five[3]!, draft('e', { points: -100 }), five[4]!.bookedAt, hash)
    expect(faults([...without(5), last])).toEqual(['gap 5'])
  })

  it('tells several faults apart in one reading', () => {
    const twin = chainEntry(five[0]!, draft('twin'), 1_776_050_000_009, hash)
    expect(faults([...changed(1, { by: 'nobody' }).filter(({ seq }) => seq !== 4), twin])).toEqual(['modification 1', 'fork 2', 'gap 5'])
  })
})

const anyDraft: fc.Arbitrary<EntryDraft> = fc.record(
  {
    _id: fc.string(), townId: fc.string(), estateId: fc.string(), month: fc.string(), sheet: fc.constantFrom('longTerm', 'property', 'project'), rule: fc.string(), editionId: fc.string(),
    points: fc.integer(), basis: fc.record({ kind: fc.constantFrom('case', 'survey', 'correction'), id: fc.string() }), factAt: fc.integer(), by: fc.string(), note: fc.string({ unit: 'binary' }), reverses: fc.string(),
  },
  { requiredKeys: ['_id', 'townId', 'estateId', 'month', 'sheet', 'rule', 'editionId', 'points', 'basis', 'factAt', 'by', 'note'] },
)
const anyChain = fc.array(anyDraft, { minLength: 1, maxLength: 8 }).map((drafts) => chain(drafts))

/** One character or one unit of one field, wherever it stands. */
function spoiled(value: unknown, choice: number): unknown {
  if (typeof value === 'number') return choice % 2 === 0 ? value + 1 : -value - 1
  if (typeof value === 'string') {
    const place = choice % (value.length + 1)
    return `${value.slice(0, place)}${value[place] === 'x' ? 'y' : 'x'}${value.slice(place + 1)}`
  }
  const fields = Object.entries(value as object)
  const [key, field] = fields[choice % fields.length]!
  return { ...(value as object), [key]: spoiled(field, choice) }
}
/** The same entry with its fields in another order, inside too. */
const shuffled = (value: unknown): unknown =>
  value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value).reverse().map(([key, field]) => [key, shuffled(field)])) : value

describe('any chain', () => {
  it('shows any single field of any entry that was changed by one character or one unit', () => {
    fc.assert(
      fc.property(anyChain, fc.nat(), fc.noBias(fc.nat()), fc.noBias(fc.nat()), (entries, which, field, choice) => {
        const target = entries[which % entries.length]!
        const key = Object.keys(target)[field % Object.keys(target).length]!
        const forged = { ...target, [key]: spoiled(target[key as keyof LedgerEntry], choice) } as LedgerEntry
        const found = verifyChain(entries.map((entry) => (entry === target ? forged : entry)), headOf(entries), hash)
        expect(found.some(({ kind, id }) => kind === 'modification' && id === forged._id)).toBe(true)
      }),
    )
  })

  it('shows a field that was added and a field that was taken away', () => {
    fc.assert(
      fc.property(anyChain, fc.nat(), fc.noBias(fc.nat()), (entries, which, field) => {
        const target = entries[which % entries.length]!
        const keys = Object.keys(target).filter((key) => key !== 'hash' && key !== 'seq')
        const key = keys[field % keys.length]!
        const { [key as 'note']: _, ...less } = target
        for (const forged of [less, { ...target, extra: 0 }]) {
          const found = verifyChain(entries.map((entry) => (entry === target ? (forged as LedgerEntry) : entry)), headOf(entries), hash)
          expect(found.map(({ kind }) => kind)).toContain('modification')
        }
      }),
    )
  })

  it('shows any entry that was taken out', () => {
    fc.assert(
      fc.property(anyChain, fc.nat(), (entries, which) => {
        expect(verifyChain(entries.filter((_, index) => index !== which % entries.length), headOf(entries), hash).map(({ kind }) => kind)).toEqual(['gap'])
      }),
    )
  })

  it('is the same chain when the database keeps its fields in another order and writes out what is absent', () => {
    fc.assert(
      fc.property(anyChain, (entries) => {
        const kept = entries.map((entry) => shuffled({ extra: undefined, ...entry }) as LedgerEntry)
        expect(verifyChain(kept, headOf(entries), hash)).toEqual([])
      }),
    )
  })
})
