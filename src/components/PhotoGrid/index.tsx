import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { photoAddress } from '@/services/upload'
import { Press } from '../Press'
import './style.scss'

type PhotoGridProps = {
  /** Links from a reply, or ids in the cloud. */
  photos: readonly string[]
  /** 上报照片, 整改后照片 … read aloud with its number. */
  label: string
  /** The first large and across, for the head of a case. */
  lead?: boolean
}

/** Photos to look at; a tap opens them full screen. */
export function PhotoGrid({ photos, label, lead }: PhotoGridProps) {
  const urls = photos.map(photoAddress)
  return (
    <View className={`photo-grid ${lead ? 'photo-grid--lead' : ''}`}>
      {urls.map((url, index) => (
        <Press key={url} className='photo-grid__item' label={`${label} ${index + 1}/${urls.length}，点按放大`} onPress={() => void Taro.previewImage({ urls, current: url })}>
          <Image className='photo-grid__image' src={url} mode='aspectFill' lazyLoad />
        </Press>
      ))}
    </View>
  )
}
