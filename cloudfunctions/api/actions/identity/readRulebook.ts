import { reply, type Handler } from '../../context'

export const readRulebook: Handler<'readRulebook'> = (_, { rules }) => Promise.resolve(reply({ edition: rules.edition, calendarYears: [...rules.calendarYears] }))
