import type { ReadCase } from './CaseStory'

/** Whether I have said since the last answer that it is fixed. */
export function mySayOf({ timeline }: Pick<ReadCase, 'timeline'>): boolean {
  const types = timeline.map(({ type }) => type)
  return timeline.slice(types.lastIndexOf('answered') + 1).some(({ type, mine }) => mine && type === 'confirmedFixed')
}
