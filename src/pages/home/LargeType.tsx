import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { LARGE, setScale, useScale } from '@/services/scale'

/** 关怀模式 within reach of whoever needs it and will not look for it under 我的. */
export function LargeType() {
  const isLarge = useScale() >= LARGE
  const words = isLarge ? '关闭' : '打开'
  return <Card flush><Cell icon='letters' title='关怀模式（大字）' value={words} onPress={() => setScale(isLarge ? 1 : LARGE)} /></Card>
}
