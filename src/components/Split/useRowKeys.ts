/* eslint-disable no-restricted-globals -- only a browser has keys to listen to */
import { useEffect, type RefObject } from 'react'
import { useInFront } from '@/services/inFront'

const FOCUSABLE = ':is([tabindex="0"], input, textarea)'
const STEP: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** On a PC's keyboard: ↑ ↓ go from row to row and open each, Enter goes on into what is open, Escape comes back to its row. What is being typed or chosen keeps its keys. */
export function useRowKeys(root: RefObject<HTMLElement | null>, isListening: boolean): void {
  const inFront = useInFront()
  const listens = process.env.TARO_ENV === 'h5' && isListening && inFront
  useEffect(() => {
    if (!listens) return
    const press = (event: KeyboardEvent) => root.current && rowKey(root.current, event)
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [listens, root])
}

function rowKey(root: HTMLElement, event: KeyboardEvent): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return
  const rows = [...root.querySelectorAll<HTMLElement>('.split-row')]
  const open = rows.findIndex((row) => row.classList.contains('split-row--on'))
  const focus = document.activeElement
  const isInDetail = focus?.closest('.split__detail') != null
  const step = STEP[event.key]
  if (step !== undefined) {
    if (isInDetail || focus?.matches('input, textarea, select')) return
    event.preventDefault()
    goTo(rows[open < 0 ? 0 : open + step])
  } else if (event.key === 'Escape' && isInDetail) {
    rows[open]?.focus()
  } else if (event.key === 'Enter' && (focus === document.body || (open >= 0 && focus === rows[open]))) {
    event.preventDefault()
    firstIn(root)?.focus()
  }
}

function goTo(row: HTMLElement | undefined): void {
  if (!row) return
  row.focus({ preventScroll: true })
  row.scrollIntoView({ block: 'nearest' })
  row.click()
}

const firstIn = (root: HTMLElement): HTMLElement | null => root.querySelector<HTMLElement>(`.split-first ${FOCUSABLE}`) ?? root.querySelector<HTMLElement>(`.split__detail ${FOCUSABLE}`)
