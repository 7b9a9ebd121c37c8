import { Image, View } from '@tarojs/components'
import { called } from '@/components/pictureName'
import { WHOLE, markAt, type Mark } from './marks'
import { useDrawing } from './useDrawing'
import type { Marks } from './useMarks'
import './style.scss'

const PHOTO = 'redact-photo'
const percent = (thousandths: number): string => `${(thousandths / WHOLE) * 100}%`
const placed = ({ left, top, width, height }: Mark) => ({ left: percent(left), top: percent(top), width: percent(width), height: percent(height) })

/** The photo with what is blackened so far: draw over it to add one, tap one to take it up. Whoever cannot draw has the buttons below. */
export function Stage({ link, marks: { marks, chosen, choose, add } }: { link: string; marks: Marks }) {
  const { drawn, handlers } = useDrawing(PHOTO, {
    onDrawn: add,
    onTap: (spot) => {
      const tapped = markAt(marks, spot)
      if (tapped >= 0) choose(tapped)
    },
  })
  return (
    <View className='redact-stage' id={PHOTO} {...handlers}>
      <Image className='redact-stage__photo' src={link} mode='widthFix' {...called('要遮挡的照片')} />
      {marks.map((mark, index) => <View key={index} className={`redact-stage__mark ${index === chosen ? 'redact-stage__mark--on' : ''}`} style={placed(mark)} />)}
      {drawn && <View className='redact-stage__mark redact-stage__mark--on' style={placed(drawn)} />}
    </View>
  )
}
