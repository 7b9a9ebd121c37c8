import type { ReadCase } from '../CaseStory'

/** 物业的回复: the words of the newest answer. */
export const answerWordsOf = ({ timeline }: Pick<ReadCase, 'timeline'>): string => timeline.filter(({ type }) => type === 'answered').pop()?.text ?? ''
