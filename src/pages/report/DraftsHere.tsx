import Taro from '@tarojs/taro'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'

/** The way to what was begun before. */
export function DraftsHere({ count }: { count: number }) {
  if (count === 0) return null
  return <Card flush><Cell icon='pencil' title={`接着写以前的草稿`} value={`${count} 份`} onPress={() => void Taro.redirectTo({ url: '/pages/drafts/index' })} /></Card>
}
