import Taro from '@tarojs/taro'
import { sweepPhotos } from '../photo/keptPhotos'
import { sendWaiting } from './outbox'
import { allReports } from './reportStore'

const send = () => void sendWaiting()

/** 自动发送: what waits goes when the app is opened or shown again, and when the network comes back. */
export function startOutbox() {
  Taro.onAppShow(send)
  Taro.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) send()
  })
  // A browser's connection says how fast it is, and seldom that it is gone.
  // eslint-disable-next-line no-restricted-globals -- browser only
  if (process.env.TARO_ENV === 'h5') window.addEventListener('online', send)
  void sweepPhotos(new Set(allReports().flatMap(({ photos }) => photos)))
  send()
}
