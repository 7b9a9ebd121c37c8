import { useEffect, useState } from 'react'
import Taro from '@tarojs/taro'

const WIDE_PX = 900
const isWide = (): boolean => Taro.getWindowInfo().windowWidth >= WIDE_PX

/** A PC's width: list on the left, detail on the right. The same figure stands in Split's style. */
export function useWide(): boolean {
  const [wide, setWide] = useState(isWide)
  useEffect(() => {
    const changed = () => setWide(isWide())
    Taro.onWindowResize(changed)
    return () => Taro.offWindowResize(changed)
  }, [])
  return wide
}
