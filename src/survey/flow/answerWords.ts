import { ANSWER } from '@/labels/survey'

/** 非常满意, 没接触过 …; empty while there is none. */
export const answerWords = (answer: number | null | undefined): string => (ANSWER as Readonly<Record<number, string>>)[answer ?? -1] ?? ''
