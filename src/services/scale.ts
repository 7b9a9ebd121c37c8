import { useSyncExternalStore } from 'react'
import Taro from '@tarojs/taro'

export const SCALES = [1, 1.25, 1.5, 1.75] as const
export type Scale = (typeof SCALES)[number]

/** 关怀模式: from here on the words count as large. */
export const LARGE = 1.5 satisfies Scale

const PLACE = 'scale'
const listeners = new Set<() => void>()
let current: number | undefined

/* eslint-disable no-restricted-globals -- only the browser has a root element */
/** The browser's bars stand outside the pages, and grow with them. */
export function growBars(): void {
  const grow = () => document.documentElement.style.setProperty('--scale', String(readScale()))
  grow()
  listeners.add(grow)
}
/* eslint-enable no-restricted-globals */

/** Size of the words: the person's own choice, else the system's. */
export const useScale = (): number => useSyncExternalStore(subscribe, readScale, readScale)

/** `null` goes back to following the system. */
export function setScale(scale: Scale | null) {
  if (scale === null) Taro.removeStorageSync(PLACE)
  else Taro.setStorageSync(PLACE, scale)
  current = undefined
  listeners.forEach((listener) => listener())
}

export const chosenScale = (): Scale | null => SCALES.find((scale) => scale === Taro.getStorageSync(PLACE)) ?? null

function readScale(): number {
  current ??= chosenScale() ?? Math.min(1.75, Math.max(1, systemScale()))
  return current
}

function systemScale(): number {
  if (process.env.TARO_ENV === 'h5') {
    // eslint-disable-next-line no-restricted-globals -- browser only: the reader's font size lives on the root element
    return parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1
  }
  const base = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number; fontSizeSetting?: number }
  return base.fontSizeScaleFactor ?? (base.fontSizeSetting ?? 16) / 16
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
