import { Text, View } from '@tarojs/components'
import { Icon } from '../Icon'
import { Notice } from '../Notice'
import { PhonePhoto } from '../PhonePhoto'
import { Press } from '../Press'
import { Pending } from './Pending'
import { usePhotos } from './usePhotos'
import './style.scss'

export type PhotosProps = {
  label: string
  /** In order: ids in the cloud, or with `keep` names of photos on this phone. */
  value: readonly string[]
  onChange: (value: string[]) => void
  countMax?: number
  /** Closing evidence: the camera only. */
  cameraOnly?: boolean
  /** Stay on the phone until the person sends; else each is sent as soon as it is picked. */
  keep?: boolean
  /** True while some are on their way: keep the button off. */
  onBusy?: (busy: boolean) => void
}

export function Photos({ label, value, onChange, countMax = 6, cameraOnly = false, keep = false, onBusy }: PhotosProps) {
  const { pending, faults, pick, retry, drop, arrange } = usePhotos({ value, onChange, countMax, cameraOnly, keep, onBusy })
  const count = value.length + pending.length
  return (
    <View ariaRole='group' ariaLabel={label}>
      {faults.map((words) => <Notice key={words} tone='warn' words={words} />)}
      <View className='photos'>
        {value.map((photo, index) => (
          <View key={photo} className='photos__item'>
            <Press className='photos__look' label={`${label}第 ${index + 1} 张，点按查看、调整顺序或删除`} onPress={() => void arrange(index)}>
              <PhonePhoto className='photos__image' photo={photo} />
            </Press>
            <Press className='photos__drop' label={`删除第 ${index + 1} 张`} onPress={() => drop(photo)}>
              <View className='photos__cross'><Icon name='cross' size='small' /></View>
            </Press>
          </View>
        ))}
        {pending.map((photo) => <Pending key={photo.path} {...photo} onRetry={() => retry(photo)} onDrop={() => drop(photo.path)} />)}
        {count < countMax && (
          <Press className={`photos__add ${count === 0 ? 'photos__add--first' : ''}`} label={cameraOnly ? '拍照' : '拍照或从相册选'} onPress={() => void pick()}>
            <Icon name='camera' size={count === 0 ? 'large' : 'normal'} />
            <Text className='photos__hint'>{count === 0 ? (cameraOnly ? '拍照' : '拍照或从相册选') : `${count}/${countMax}`}</Text>
          </Press>
        )}
      </View>
    </View>
  )
}
