import { useCallback, useState } from 'react'
import Taro from '@tarojs/taro'

/** Like useState, but what was typed survives a failed send and a killed app. Call `clear` once it has been sent. */
export function useDraft<T extends object>(key: string, initial: T): [draft: T, change: (part: Partial<T>) => void, clear: () => void] {
  const place = `draft:${key}`
  const [draft, setDraft] = useState<T>(() => ({ ...initial, ...readDraft<T>(place) }))
  const change = useCallback(
    (part: Partial<T>) =>
      setDraft((before) => {
        const after = { ...before, ...part }
        Taro.setStorageSync(place, after)
        return after
      }),
    [place],
  )
  const clear = () => {
    Taro.removeStorageSync(place)
    setDraft(initial)
  }
  return [draft, change, clear]
}

function readDraft<T>(place: string): Partial<T> {
  const kept: unknown = Taro.getStorageSync(place)
  return kept && typeof kept === 'object' ? kept : {}
}
