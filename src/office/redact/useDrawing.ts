import { useRef, useState } from 'react'
import Taro from '@tarojs/taro'
import { WHOLE, drawnMark, type Mark, type Spot } from './marks'

type Point = { readonly clientX: number; readonly clientY: number }
type Frame = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
type Touch = { touches: readonly Point[]; changedTouches: readonly Point[] }
type Pointer = Point & { pointerId: number; currentTarget: { setPointerCapture?: (id: number) => void } }

/** Where the photo stands on the screen: asked anew for each rectangle, since the page may have been scrolled. */
const frameOf = (id: string): Promise<Frame | null> =>
  new Promise((resolve) => Taro.createSelectorQuery().select(`#${id}`).boundingClientRect((frame) => resolve(frame && !Array.isArray(frame) && frame.width > 0 ? frame : null)).exec())

const spotIn = (frame: Frame, { clientX, clientY }: Point): Spot => ({ x: ((clientX - frame.left) / frame.width) * WHOLE, y: ((clientY - frame.top) / frame.height) * WHOLE })

type Listener = { onDrawn: (mark: Mark) => void; onTap: (spot: Spot) => void }

/** Draws a rectangle with a finger or a mouse over the element `id`. `drawn`: how far it is. */
export function useDrawing(id: string, { onDrawn, onTap }: Listener) {
  const drag = useRef<{ readonly from: Point; readonly frame: Promise<Frame | null> } | null>(null)
  const [drawn, setDrawn] = useState<Mark | null>(null)

  const start = (from: Point) => void (drag.current = { from, frame: frameOf(id) })
  async function move(to: Point) {
    const begun = drag.current
    const frame = await begun?.frame
    if (begun && frame && drag.current === begun) setDrawn(drawnMark(spotIn(frame, begun.from), spotIn(frame, to)))
  }
  async function end(to: Point) {
    const begun = drag.current
    drag.current = null
    setDrawn(null)
    const frame = await begun?.frame
    if (!begun || !frame) return
    const mark = drawnMark(spotIn(frame, begun.from), spotIn(frame, to))
    if (mark) onDrawn(mark)
    else onTap(spotIn(frame, to))
  }
  const stop = () => {
    drag.current = null
    setDrawn(null)
  }

  const handlers = process.env.TARO_ENV === 'h5'
    ? {
        onPointerDown: (event: Pointer) => {
          event.currentTarget.setPointerCapture?.(event.pointerId)
          start(event)
        },
        onPointerMove: (event: Pointer) => void move(event), onPointerUp: (event: Pointer) => void end(event), onPointerCancel: stop,
      }
    : { onTouchStart: (event: Touch) => event.touches[0] && start(event.touches[0]), onTouchMove: (event: Touch) => void (event.touches[0] && move(event.touches[0])), onTouchEnd: (event: Touch) => void (event.changedTouches[0] && end(event.changedTouches[0])), onTouchCancel: stop, catchMove: true }
  return { drawn, handlers }
}
