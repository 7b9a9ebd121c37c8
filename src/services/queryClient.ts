import Taro from '@tarojs/taro'
import { focusManager, onlineManager, QueryClient } from '@tanstack/react-query'
import { Refusal } from './trouble'

// What is on the screen is fetched again when the person comes back to the app or the network comes back.
focusManager.setEventListener((setFocused) => {
  const shown = () => setFocused(true)
  const hidden = () => setFocused(false)
  Taro.onAppShow(shown)
  Taro.onAppHide(hidden)
  return () => {
    Taro.offAppShow(shown)
    Taro.offAppHide(hidden)
  }
})
onlineManager.setEventListener((setOnline) => {
  const changed = (status: { isConnected: boolean }) => setOnline(status.isConnected)
  Taro.onNetworkStatusChange(changed)
  return () => Taro.offNetworkStatusChange(changed)
})

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // Offline must be told in words at once, not waited out behind a skeleton.
      networkMode: 'always',
      refetchOnReconnect: true,
      staleTime: 15_000,
      retry: (failures, error) => failures < 1 && !(error instanceof Refusal),
      retryDelay: 1_000,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})
