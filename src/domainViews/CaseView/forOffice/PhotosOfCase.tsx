import Taro from '@tarojs/taro'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import type { ReadCase } from '../CaseStory'

/** The way to the photos of a case: to redact, to publish, to hide. */
export function PhotosOfCase({ case_: { summary, photos } }: { case_: ReadCase }) {
  if (!photos || photos.length === 0) return null
  const passed = photos.filter(({ state }) => state === 'passed').length
  const note = passed === photos.length ? '邻居都看得到' : passed === 0 ? '邻居还看不到' : `邻居看得到其中 ${passed} 张`
  return (
    <Card flush>
      <Cell icon='image' title={`照片 ${photos.length} 张：遮挡、公开`} note={note} onPress={() => void Taro.navigateTo({ url: `/office/pages/photos/index?caseId=${encodeURIComponent(summary.id)}` })} />
    </Card>
  )
}
