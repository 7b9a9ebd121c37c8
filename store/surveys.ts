/** A survey of an estate and year: the same id as the fact and the ledger entry that come of it. */
export const surveyId = (townId: string, estateId: string, year: number): string => `survey:${townId}:${estateId}:${year}`
export const urnId = (survey: string, n: number): string => `${survey}:${n}`
