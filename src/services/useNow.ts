import { useEffect, useState } from 'react'
import { onClockJump, serverNow } from './serverNow'

/** The server's time, read again every `everyMs` (a minute shown as minutes needs no more than 15 s) and when it turns out to be another. */
export function useNow(everyMs = 15_000): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const read = () => setNow(serverNow())
    const timer = setInterval(read, everyMs)
    const deaf = onClockJump(read)
    return () => {
      clearInterval(timer)
      deaf()
    }
  }, [everyMs])
  return now
}
