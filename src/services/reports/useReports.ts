import { useMemo, useSyncExternalStore } from 'react'
import { isEmpty, type KeptReport } from './keptReport'
import { onOutbox, readOutbox } from './outboxState'
import { allReports, onReports } from './reportStore'

const useAll = () => useSyncExternalStore(onReports, allReports, allReports)

/** What this person has on the phone, newest first: drafts, and what waits to be sent. */
export function useReports(personId: string): { drafts: readonly KeptReport[]; waiting: readonly KeptReport[] } {
  const all = useAll()
  return useMemo(() => {
    const mine = all.filter((report) => report.personId === personId && !isEmpty(report))
    return { drafts: mine.filter(({ state }) => state === 'draft'), waiting: mine.filter(({ state }) => state === 'waiting') }
  }, [all, personId])
}

export const useReport = (key: string): KeptReport | undefined => useAll().find((report) => report.key === key)
/** The newest that could not be sent, and says why: this person's, or where nobody is known, of whoever used the phone last. */
export const useHeld = (personId: string | undefined): KeptReport | undefined => useAll().find((report) => report.trouble !== null && (personId === undefined || report.personId === personId))
export const useOutbox = () => useSyncExternalStore(onOutbox, readOutbox, readOutbox)
