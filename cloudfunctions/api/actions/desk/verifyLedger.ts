import { verifyChain } from '../../../../domain/ledger/chain'
import { rankEstates } from '../../../../domain/score/standings'
import type { LedgerEntry } from '../../../../domain/ledger/entry'
import type { AllocationDocument } from '../../../../types/documents/scoring'
import { reply, type Handler, type TownCall } from '../../context'
import { frozenMembers, satisfactionOf, surveyFacts } from '../score/scoring'

/** 账链核验: the chain link by link, and every allocated year computed again from the entries it rested on. */
export const verifyLedger: Handler<'verifyLedger'> = async (_, call) => {
  const { store, townId } = call
  const [entries, head, allocations] = await Promise.all([
    store.findAll('ledger', { where: { townId }, orderBy: [['seq', 'asc']] }),
    store.get('ledgerHeads', townId),
    store.findAll('allocations', { where: { townId } }),
  ])
  const faults = verifyChain(entries, { seq: head?.seq ?? 0, hash: head?.hash ?? '' }, call.hash)
  const equal = await Promise.all(allocations.map((allocation) => equalsRecomputed(call, allocation, entries)))
  return reply({ entries: entries.length, head: head?.hash ?? '', faults: [...faults], recomputed: equal.every(Boolean) })
}

async function equalsRecomputed(call: TownCall, allocation: AllocationDocument, entries: readonly LedgerEntry[]): Promise<boolean> {
  const { year } = allocation
  const edition = call.rules.editionOf(allocation.editionId)
  const [surveys, draw] = await Promise.all([
    surveyFacts(call, year),
    call.store.get('draws', `${call.townId}:${year}`),
  ])
  const again = rankEstates({
    edition, draw: draw?.order ?? [], members: frozenMembers(allocation),
    entries: entries.filter((entry) => entry.month.startsWith(`${year}-`) && entry.seq <= allocation.ledgerSeq),
    satisfaction: satisfactionOf(surveys),
  })
  const words = (standings: typeof again) => JSON.stringify(standings.map(({ estateId, rank, composite, longTerm, property, bonus }) => [estateId, rank, composite.numerator, composite.denominator, longTerm.numerator, longTerm.denominator, property, bonus]))
  return words(again) === words(allocation.standings)
}
