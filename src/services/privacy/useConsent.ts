import { useSyncExternalStore } from 'react'
import { consentTo } from './consent'
import { TEXT_VERSION, type AskedKind } from './kinds'
import { onSaid, saidOf } from './ledger'
import { record } from './record'

/** Whether the person has agreed to one use of something private, a way to ask, and a way to take it back. */
export function useConsent(kind: AskedKind) {
  const read = () => saidOf(kind)
  const said = useSyncExternalStore(onSaid, read, read)
  return { said, given: said?.given === true && said.version === TEXT_VERSION, ask: () => consentTo(kind), withdraw: () => record(kind, false) }
}
