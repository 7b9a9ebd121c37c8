import * as z from 'zod'
import { at } from './common'
import { contract } from './contract'
import type { Edition } from '../../domain/rulebook/edition'
import type { CalendarYear } from '../../domain/time/calendar'

/** 规则与日历: the edition in force and the working calendar, as the phone needs them to show limits and count down. */
export const readRulebook = contract(
  z.object({ at }),
  z.object({ edition: z.custom<Edition>((value) => typeof value === 'object'), calendarYears: z.array(z.custom<CalendarYear>((value) => typeof value === 'object')) }),
)
