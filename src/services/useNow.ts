import { useEffect, useState } from 'react'
import { serverNow } from './serverNow'

/** The server's time, read again every `everyMs` (a minute shown as minutes needs no more than 15 s). */
export function useNow(everyMs = 15_000): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
