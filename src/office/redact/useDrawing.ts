import { useRef, useState } from 'react'
import Taro from '@tarojs/taro'
import { WHOLE, drawnMark, type Mark, type Spot } from './marks'

type Point = { readonly clientX: number; readonly clientY: number }
type Frame = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
/** A finger on WeChat; finger, pen or mouse in a browser. */
type ScreenEvent = Partial<Point> & { touches?: readonly Point[]; changedTouches?: readonly Point[]; pointerId?: number; currentTarget?: { setPointerCapture?: (id: number) => void } }

function pointOf(event: object): Point {
  const { touches, changedTouches, clientX = 0, clientY = 0 }: ScreenEvent = event
  return touches?.[0] ?? changedTouches?.[0] ?? { clientX, clientY }
}

/** Where the photo stands on the screen: asked anew for each rectangle, since the page may have been scrolled. */
const frameOf = (id: string): Promise<Frame | null> =>
  new Promise((resolve) => Taro.createSelectorQuery().select(`#${id}`).boundingClientRect((frame) => resolve(frame && !Array.isArray(frame) && frame.width > 0 ? frame : null)).exec())

const spotIn = (frame: Frame, { clientX, clientY }: Point): Spot => ({ x: ((clientX - frame.left) / frame.width) * WHOLE, y: ((clientY - frame.top) / frame.height) * WHOLE })

type Listener = { onDrawn: (mark: Mark) => void; onTap: (spot: Spot) => void }

/** Draws a rectangle with a finger or a mouse over the element `id`. `drawn`: how far it is. */
export function useDrawing(id: string, { onDrawn, onTap }: Listener) {
  const drag = useRef<{ readonly from: Point; readonly frame: Promise<Frame | null> } | null>(null)
  const [drawn, setDrawn] = useState<Mark | null>(null)

  function start(event: object) {
    const { currentTarget, pointerId }: ScreenEvent = event
    // A mouse that leaves the photo with its button down still belongs to it.
    if (pointerId !== undefined) currentTarget?.setPointerCapture?.(pointerId)
    drag.current = { from: pointOf(event), frame: frameOf(id) }
  }
  async function move(event: object) {
    const [begun, to] = [drag.current, pointOf(event)]
    const frame = await begun?.frame
    if (begun && frame && drag.current === begun) setDrawn(drawnMark(spotIn(frame, begun.from), spotIn(frame, to)))
  }
  function stop() {
    drag.current = null
    setDrawn(null)
  }
  async function end(event: object) {
    const [begun, to] = [drag.current, pointOf(event)]
    stop()
    const frame = await begun?.frame
    if (!begun || !frame) return
    const mark = drawnMark(spotIn(frame, begun.from), spotIn(frame, to))
    if (mark) onDrawn(mark)
    else onTap(spotIn(frame, to))
  }

  const handlers = process.env.TARO_ENV === 'h5'
    ? { onPointerDown: start, onPointerMove: (event: object) => void move(event), onPointerUp: (event: object) => void end(event), onPointerCancel: stop }
    : { onTouchStart: start, onTouchMove: (event: object) => void move(event), onTouchEnd: (event: object) => void end(event), onTouchCancel: stop, catchMove: true }
  return { drawn, handlers }
}
