import { appendFileSync, existsSync, readFileSync } from 'node:fs'

/**
 * What has been done and what came of it, a line each. A year that was killed is walked again from its beginning: steps in the journal give their
 * results at once, and the first that is missing may have been done without being written down.
 */
export type Journal = {
  readonly once: <T>(name: string, work: (mayBeDone: boolean) => Promise<T>) => Promise<T>
  /** Everything written down has been walked through. */
  readonly isLive: () => boolean
}

export function openJournal(file: string): Journal {
  const done = new Map<string, unknown>()
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  // The last line may have been torn by the kill: then its step counts as not written down.
  for (const line of lines) {
    try {
      const [name, result] = JSON.parse(line) as [string, unknown]
      done.set(name, result)
    } catch {
      continue
    }
  }
  let mayBeDone = done.size > 0
  const walked = new Set<string>()
  const written = done.size
  if (done.size > 0) appendFileSync(file, '\n')
  return {
    isLive: () => walked.size >= written,
    once: async <T>(name: string, work: (mayBeDone: boolean) => Promise<T>) => {
      walked.add(name)
      if (done.has(name)) return done.get(name) as T
      const result = await work(mayBeDone)
      mayBeDone = false
      appendFileSync(file, `${JSON.stringify([name, result ?? null])}\n`)
      done.set(name, result ?? null)
      return result
    },
  }
}
