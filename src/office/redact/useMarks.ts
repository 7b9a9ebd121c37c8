import { useState } from 'react'
import { useDraft } from '@/services/draft'
import type { Mark } from './marks'

const UNDO_MAX = 30

/** The marks on a photo, kept on this phone until they are saved, with the steps back. */
export function useMarks(photoId: string) {
  const [{ marks, past }, change, clear] = useDraft<{ marks: readonly Mark[]; past: readonly (readonly Mark[])[] }>(`redact:${photoId}`, { marks: [], past: [] })
  const [picked, setPicked] = useState(0)
  const chosen = Math.min(picked, marks.length - 1)
  const put = (next: readonly Mark[]) => change({ marks: next, past: [...past, marks].slice(-UNDO_MAX) })
  return {
    marks,
    /** Which one the buttons move; -1 while there is none. */
    chosen,
    choose: setPicked,
    add: (mark: Mark) => {
      put([...marks, mark])
      setPicked(marks.length)
    },
    alter: (altered: (mark: Mark) => Mark) => put(marks.map((mark, index) => (index === chosen ? altered(mark) : mark))),
    remove: () => put(marks.filter((_, index) => index !== chosen)),
    undo: past.length === 0 ? undefined : () => change({ marks: past[past.length - 1]!, past: past.slice(0, -1) }),
    clear,
  }
}
export type Marks = ReturnType<typeof useMarks>
