import { createContext, useContext } from 'react'
import { useRead } from '@/services/useAction'

/** 访客: the estate whose town is looked at by who belongs to none yet; empty for everybody else. What is asked of a town is asked with it. */
export type Visit = { readonly at?: string }
const NOWHERE: Visit = {}
export const VisitContext = createContext<Visit>(NOWHERE)
export const useVisit = (): Visit => useContext(VisitContext)

/** The one that was looked at last, for the pages one goes on to. */
let visited: string | undefined
export const visitedEstate = (): string | undefined => visited
export const keepVisited = (estateId: string | undefined): void => void (visited = estateId)

/** `at=…` of a link that is sent on: an estate of the town, one's own where there is one. */
export function useLinkEstate(): string {
  const { at } = useVisit()
  const me = useRead('whoAmI', {}).data
  const estateId = at ?? me?.person?.estateId ?? (me?.person ? me.estates[0]?.id : undefined)
  return estateId === undefined ? '' : `at=${encodeURIComponent(estateId)}`
}
