import { useEffect, useState } from 'react'
import Taro from '@tarojs/taro'

/** Room for the title above, and for the bar with the button that was pressed below. */
const [ABOVE_PX, BELOW_PX] = [64, 120]
/** Until the page is drawn with all its faults. */
const DRAWN_MS = 50

let count = 0
let isGoing = false
/** What is wrong on the pages that are open, in the order in which they draw it. */
const wrong = new Set<string>()

/**
 * What a press was refused for comes into view: it may stand above or below what is seen, and nothing would seem to have happened. Of several the first.
 * @returns the id to give to the element
 */
export function useIntoView(fault: string | undefined): string {
  const [id] = useState(() => `in-view-${++count}`)
  useEffect(() => {
    if (!fault) return
    wrong.add(id)
    showWrong()
    return () => void wrong.delete(id)
  }, [fault, id])
  return id
}

/** After a press, also a second one that changes nothing. */
export function showWrong(): void {
  if (isGoing) return
  isGoing = true
  setTimeout(() => {
    isGoing = false
    bringIntoView([...wrong])
  }, DRAWN_MS)
}

/** The first of them that is on the page in front. */
function bringIntoView([id, ...others]: readonly string[]): void {
  if (id === undefined) return
  if (process.env.TARO_ENV === 'h5') return scrollInBrowser(id) ? undefined : bringIntoView(others)
  Taro.createSelectorQuery().select(`#${id}`).boundingClientRect().selectViewport().scrollOffset().exec((found: [{ top: number; bottom: number } | null, { scrollTop: number } | null]) => {
    const [place, offset] = found
    if (!place || !offset) bringIntoView(others)
    else if (!isSeen(place, Taro.getWindowInfo().windowHeight)) void Taro.pageScrollTo({ scrollTop: Math.max(0, offset.scrollTop + place.top - ABOVE_PX) })
  })
}

/* eslint-disable no-restricted-globals -- in a browser a column beside a list scrolls by itself */
/** Whether it is there. */
function scrollInBrowser(id: string): boolean {
  const element = document.getElementById(id)
  if (!element || element.getClientRects().length === 0) return false
  if (!isSeen(element.getBoundingClientRect(), window.innerHeight)) element.scrollIntoView({ block: 'center' })
  return true
}
/* eslint-enable no-restricted-globals */

const isSeen = ({ top, bottom }: { top: number; bottom: number }, height: number): boolean => top >= ABOVE_PX && bottom <= height - BELOW_PX
