import { View } from '@tarojs/components'
import { Notice } from '@/components/Notice'
import { PhotoGrid } from '@/components/PhotoGrid'
import type { ReadCase } from './CaseView/CaseStory'
import { lastSaid } from './CaseView/lastSaid'
import './CaseView/style.scss'

/** What was said last, before those whose step turns on it. */
export function LastWords({ case_ }: { case_: ReadCase }) {
  const said = lastSaid(case_)
  if (!said) return null
  return (
    <Notice tone={said.tone} icon='messageSquare' words={`${said.caption}：${said.text || '见照片'}`}>
      {said.photos.length > 0 && <View className='case-request'><PhotoGrid photos={said.photos} label={said.caption} /></View>}
    </Notice>
  )
}
