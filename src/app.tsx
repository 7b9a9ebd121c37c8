import type { PropsWithChildren } from 'react'
import Taro from '@tarojs/taro'
import { QueryClientProvider } from '@tanstack/react-query'
import { tellOldWeChat } from './services/launch/baseLibrary'
import { listenForMishaps } from './services/launch/mishap'
import { offerUpdate } from './services/launch/offerUpdate'
import { listenToWeChat } from './services/privacy/consent'
import { meetCloud } from './services/privacy/record'
import { queryClient } from './services/queryClient'
import { growBars } from './services/scale'
import { startOutbox } from './services/reports/startOutbox'
import './app.scss'

if (process.env.TARO_ENV === 'h5') require('./styles/browser.scss') // eslint-disable-line @typescript-eslint/no-require-imports -- only one of the two builds may carry it
if (process.env.TARO_ENV === 'h5') growBars()
if (process.env.TARO_ENV === 'weapp') Taro.cloud.init({ env: CLOUD_ENV })
listenForMishaps()
tellOldWeChat()
offerUpdate()
listenToWeChat()
meetCloud()
startOutbox()

export default function App({ children }: PropsWithChildren) {
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
}
