import { useEffect, useState } from 'react'
import Taro from '@tarojs/taro'

const WIDE_PX = 900
const isWide = () => process.env.TARO_ENV === 'h5' && (Taro.getSystemInfoSync().windowWidth ?? 0) >= WIDE_PX

/** A PC: room for the detail beside the list. */
export function useIsWide(): boolean {
  const [wide, setWide] = useState(isWide)
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return
    const measure = () => setWide(isWide())
    // eslint-disable-next-line no-restricted-globals -- browser only
    window.addEventListener('resize', measure)
    // eslint-disable-next-line no-restricted-globals -- browser only
    return () => window.removeEventListener('resize', measure)
  }, [])
  return wide
}
