/** What happens when. Steps add later steps; the earliest is next, equal instants in the order of their names, so that a year has one course only. */
export type Step = { readonly at: number; readonly name: string; readonly run: () => Promise<void> }
export type Agenda = { readonly add: (at: number, name: string, run: () => Promise<void>) => void; readonly next: () => Step | undefined }

const isBefore = (a: Step, b: Step): boolean => a.at < b.at || (a.at === b.at && a.name < b.name)

/** A binary heap: a year has some thousands of steps. */
export function newAgenda(): Agenda {
  const heap: Step[] = []
  const swap = (a: number, b: number) => ([heap[a], heap[b]] = [heap[b]!, heap[a]!])
  return {
    add(at, name, run) {
      heap.push({ at, name, run })
      for (let child = heap.length - 1; child > 0; ) {
        const parent = (child - 1) >> 1
        if (!isBefore(heap[child]!, heap[parent]!)) break
        swap(child, parent)
        child = parent
      }
    },
    next() {
      const first = heap[0]
      const last = heap.pop()
      if (!first || !last || heap.length === 0) return first
      heap[0] = last
      for (let parent = 0; ; ) {
        const children = [2 * parent + 1, 2 * parent + 2].filter((child) => child < heap.length)
        const least = children.reduce((best, child) => (isBefore(heap[child]!, heap[best]!) ? child : best), parent)
        if (least === parent) return first
        swap(parent, least)
        parent = least
      }
    },
  }
}
