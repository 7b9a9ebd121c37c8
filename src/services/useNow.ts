import { useEffect, useState } from 'react'
import { heardNow, onClockJump } from './serverNow'

/** The server's time, read again every `everyMs` and when it turns out to be another; null until the server was heard. */
export function useHeardNow(everyMs: number): number | null {
  const [now, setNow] = useState(heardNow)
  const isUnheard = now === null
  useEffect(() => {
    const read = () => setNow(heardNow())
    // It may have been heard between the drawing and this.
    if (isUnheard) read()
    const timer = setInterval(read, everyMs)
    const deaf = onClockJump(read)
    return () => {
      clearInterval(timer)
      deaf()
    }
  }, [everyMs, isUnheard])
  return now
}

/** The same for what is drawn of an answer: by then the server was heard. A minute shown as minutes needs no more than 15 s. */
export const useNow = (everyMs = 15_000): number => useHeardNow(everyMs) ?? Number.NaN
