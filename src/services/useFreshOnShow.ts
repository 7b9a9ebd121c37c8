import { useDidShow } from '@tarojs/taro'
import { useQueryClient } from '@tanstack/react-query'

/** Tab pages stay alive behind each other: what has grown old is read again when one comes to the front. */
export function useFreshOnShow() {
  const queries = useQueryClient()
  useDidShow(() => void queries.refetchQueries({ type: 'active', stale: true }, { cancelRefetch: false }))
}
