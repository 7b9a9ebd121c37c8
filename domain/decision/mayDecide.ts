import type { CaseEvent } from '../case/events'

/** Estates that something is about; `all`: every one of the town, as with money and ranks. */
export type Concerned = readonly string[] | 'all'

/**
 * 回避: whoever manages an estate decides nothing that concerns it, and looks behind no mask there, whatever other role they have.
 * @param managed the estates the person manages
 */
export const mayDecide = (managed: readonly string[], concerned: Concerned): boolean =>
  concerned === 'all' ? managed.length === 0 : !concerned.some((estateId) => managed.includes(estateId))

/** Every estate that ever had the case: who was asked to handle it once is not its judge later. */
export const estatesEver = (events: readonly CaseEvent[]): readonly string[] => [...new Set(events.flatMap((event) => ('estateId' in event ? [event.estateId] : [])))]
