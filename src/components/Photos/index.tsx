import { Image, Text, View } from '@tarojs/components'
import { photoAddress } from '@/services/upload'
import { Icon } from '../Icon'
import { Press } from '../Press'
import { usePhotos } from './usePhotos'
import './style.scss'

export type PhotosProps = {
  label: string
  /** Ids in the cloud, in order: a photo is sent as soon as it is picked, so that only ids are kept in the draft. */
  value: readonly string[]
  onChange: (value: string[]) => void
  countMax?: number
  /** Closing evidence: the camera only. */
  cameraOnly?: boolean
  /** True while some are on their way: keep the button off. */
  onBusy?: (busy: boolean) => void
}

export function Photos({ label, value, onChange, countMax = 6, cameraOnly = false, onBusy }: PhotosProps) {
  const { pending, pick, retry, drop, arrange } = usePhotos({ value, onChange, countMax, cameraOnly, onBusy })
  const count = value.length + pending.length
  return (
    <View className='photos' ariaRole='group' ariaLabel={label}>
      {value.map((id, index) => (
        <View key={id} className='photos__item'>
          <Press className='photos__look' label={`${label}第 ${index + 1} 张，点按查看、调整顺序或删除`} onPress={() => void arrange(index)}>
            <Image className='photos__image' src={photoAddress(id)} mode='aspectFill' />
          </Press>
          <Press className='photos__drop' label={`删除第 ${index + 1} 张`} onPress={() => drop(id)}>
            <View className='photos__cross'><Icon name='cross' size='small' /></View>
          </Press>
        </View>
      ))}
      {pending.map((photo) => (
        <View key={photo.path} className='photos__item'>
          <Image className='photos__image' src={photo.path} mode='aspectFill' />
          <Press className='photos__veil' label={photo.failed ? '没有传上，点按重传' : `正在上传 ${photo.percent}%`} disabled={!photo.failed} onPress={() => retry(photo.path)}>
            {photo.failed ? <><Icon name='refreshCw' /><Text>重传</Text></> : <Text>{`${photo.percent}%`}</Text>}
          </Press>
          {photo.failed && (
            <Press className='photos__drop' label='不传这一张' onPress={() => drop(photo.path)}>
              <View className='photos__cross'><Icon name='cross' size='small' /></View>
            </Press>
          )}
        </View>
      ))}
      {count < countMax && (
        <Press className={`photos__add ${count === 0 ? 'photos__add--first' : ''}`} label={cameraOnly ? '拍照' : '拍照或从相册选'} onPress={() => void pick()}>
          <Icon name='camera' size={count === 0 ? 'large' : 'normal'} />
          <Text className='photos__hint'>{count === 0 ? (cameraOnly ? '拍照' : '拍照或从相册选') : `${count}/${countMax}`}</Text>
        </Press>
      )}
    </View>
  )
}
