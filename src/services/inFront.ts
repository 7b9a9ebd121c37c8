import { createContext, useContext, useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'

const InFront = createContext<boolean | null>(null)
/** `Page` tells what stands in it: a part that is drawn while its page is behind another has not seen it go. */
export const InFrontProvider = InFront.Provider

/** Whether the page is the one that is looked at. Tabs, and pages that opened another one, live on behind it, and need no news there. */
export function useInFront(): boolean {
  const ofPage = useContext(InFront)
  const [isShown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  return ofPage ?? isShown
}
