import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { photoAddress } from '@/services/upload'
import { PhonePhoto } from '../PhonePhoto'
import { Press } from '../Press'
import './style.scss'

type PhotoGridProps = {
  /** Links from a reply, ids in the cloud, or names of photos on this phone. */
  photos: readonly string[]
  /** 上报照片, 整改后照片 … read aloud with its number. */
  label: string
  /** The first large and across, for the head of a case. */
  lead?: boolean
}

/** Photos to look at; a tap opens them full screen. */
export function PhotoGrid({ photos, label, lead }: PhotoGridProps) {
  const open = (photo: string) => void Taro.previewImage({ urls: photos.map(photoAddress), current: photoAddress(photo) })
  return (
    <View className={`photo-grid ${lead ? 'photo-grid--lead' : ''}`}>
      {photos.map((photo, index) => (
        <Press key={photo} className='photo-grid__item' label={`${label} ${index + 1}/${photos.length}，点按放大`} onPress={() => open(photo)}>
          <PhonePhoto className='photo-grid__image' photo={photo} />
        </Press>
      ))}
    </View>
  )
}
