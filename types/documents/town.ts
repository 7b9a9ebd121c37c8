import type { Edition } from '../../domain/rulebook/edition'
import type { Membership } from '../../domain/score/membership'
import type { CalendarYear } from '../../domain/time/calendar'

/** `towns`. */
export type TownDocument = {
  readonly _id: string
  readonly name: string
  /** Every edition of its rulebook; which one is in force is told by their dates. */
  readonly editionIds: readonly string[]
  /** 日历版本 in force: which version of which years, `2025.1,2026.2`. */
  readonly calendarVersion: string
  /** The first month that is assessed, '2026-01': months before it count for nobody. */
  readonly since: string
  /** 联系方式 on the pages that say who runs this. A town need not have written it down yet. */
  readonly contact?: { readonly office: string; readonly phone: string; readonly address: string }
}
/** `editions`: a rulebook edition as it is in force in a town. `_id` = `<town>:<edition>`. */
export type EditionDocument = { readonly _id: string; readonly townId: string; readonly edition: Edition }
/** `calendars`: one version of a year of the working calendar; none is ever changed (`store/calendars.ts`). `_id` = `<town>:<year>:<version>`. */
export type CalendarDocument = CalendarYear & { readonly _id: string; readonly townId: string }

export type Spot = { readonly id: string; readonly name: string }
/** `estates` 小区. One that has left (已退出) belongs to the town no more; its past stays. */
export type EstateDocument = Membership & {
  readonly _id: string
  readonly townId: string
  readonly name: string
  readonly propertyFirm: string
  readonly headName: string
  readonly spots: readonly Spot[]
  readonly households: number
  /** 已成立（临时）党支部: only such estates are assessed by Annex 3. */
  readonly hasPartyBranch: boolean
}
