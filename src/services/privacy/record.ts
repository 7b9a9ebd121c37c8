import type { Actions } from '../../../types/api'
import type { ConsentKind } from '../../../types/codes'
import { call } from '../call'
import { queryClient } from '../queryClient'
import { heardNow } from '../serverNow'
import { TEXT_VERSION } from './kinds'
import { keepSaid, saidOf, unsentOf, type Said } from './ledger'

/** What a person said counts at once on this phone, and is written down in the cloud as soon as it is reached. */
export function record(kind: ConsentKind, given: boolean) {
  keepSaid(kind, { given, at: heardNow(), version: TEXT_VERSION, unsent: true })
  void writeDown(kind)
}

async function writeDown(kind: ConsentKind) {
  const said = saidOf(kind)
  if (!said?.unsent) return
  try {
    await call('recordConsent', { kind, version: said.version, given: said.given })
  } catch {
    // Tried again with the next news from the cloud.
    return
  }
  // Only what was sent: another word may have been said meanwhile.
  if (saidOf(kind) === said) keepSaid(kind, { given: said.given, at: said.at ?? heardNow(), version: said.version })
}

/** What the cloud knows of other phones; the newer word counts. And what it does not know yet is sent. */
function meet(consents: Actions['whoAmI']['reply']['consents']) {
  for (const { kind, ...theirs } of consents) {
    const mine: Said | undefined = saidOf(kind)
    if (!mine || (!mine.unsent && theirs.at > (mine.at ?? 0))) keepSaid(kind, theirs)
  }
  for (const [kind] of unsentOf()) void writeDown(kind)
}

/** Once, when the app starts: every answer to 我是谁 brings the consents. */
export const meetCloud = (): void =>
  void queryClient.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'success' && (event.query.queryKey as readonly unknown[])[0] === 'whoAmI') meet((event.action.data as Actions['whoAmI']['reply']).consents)
  })
