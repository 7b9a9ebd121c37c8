import { useEffect } from 'react'
import Taro, { useShareAppMessage } from '@tarojs/taro'

/** What a card in a chat says and opens. Nothing of a person stands in it: whoever is in the group reads it. */
export type Card = { readonly title: string; readonly path: string }

/** Five by four, as WeChat shows it; drawn by scripts/shareCard.ts. */
const PICTURE = '/assets/share.png'
const HOME: Card = { title: '邻净：小区里的问题，报了就有人管', path: '/pages/home/index' }

/** 转发给朋友, on pages whose config enables it. Null: this one is not to be sent on. A browser has no such thing. */
export function useShare(card: Card | null): void {
  useShareAppMessage(() => ({ ...(card ?? HOME), imageUrl: PICTURE }))
  const isOpen = card !== null
  useEffect(() => {
    if (process.env.TARO_ENV !== 'weapp') return
    void (isOpen ? Taro.showShareMenu({}) : Taro.hideShareMenu({}))
  }, [isOpen])
}
