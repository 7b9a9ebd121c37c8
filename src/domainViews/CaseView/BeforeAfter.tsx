import { Text, View } from '@tarojs/components'
import { PhotoGrid } from '@/components/PhotoGrid'
import './style.scss'

/** 整改前后, side by side once there is an answer. */
export function BeforeAfter({ before, after }: { before: readonly string[]; after: readonly string[] }) {
  if (before.length === 0 && after.length === 0) return null
  if (after.length === 0) return <View className='case-photos'><PhotoGrid photos={before} label='现场照片' lead /></View>
  return (
    <View className='case-photos case-photos--pair'>
      <Side words='处理前' photos={before} none='报告时没有照片' />
      <Side words='处理后' photos={after} none='没有照片' />
    </View>
  )
}

function Side({ words, photos, none }: { words: string; photos: readonly string[]; none: string }) {
  return (
    <View className='case-photos__side'>
      <View className='case-photos__words'><Text>{words}</Text></View>
      {photos.length > 0 ? <PhotoGrid photos={photos} label={`${words}照片`} lead /> : <View className='case-photos__none'><Text>{none}</Text></View>}
    </View>
  )
}
