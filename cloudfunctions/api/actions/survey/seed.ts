import type { Call } from '../../context'

/** 抽样种子: follows from the function's own key, so nobody knows it before it is shown; its hash is published with the survey. */
export const seedOf = ({ keyedHash }: Pick<Call, 'keyedHash'>, surveyId: string): string => keyedHash(`seed|${surveyId}`)
