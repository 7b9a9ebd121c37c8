import { Image, Text, View } from '@tarojs/components'
import { Icon } from '../Icon'
import { Press } from '../Press'
import { silent } from '../pictureName'
import './style.scss'

type PendingProps = { path: string; small: string | null; percent: number; failed: boolean; onRetry: () => void; onDrop: () => void }

/** A photo that is not there yet: how far it is, or that it did not arrive. */
export function Pending({ path, small, percent, failed, onRetry, onDrop }: PendingProps) {
  const far = small === null ? '处理中…' : `${percent}%`
  return (
    <View className='photos__item'>
      <Image className='photos__image' src={small ?? path} mode='aspectFill' {...silent} />
      <Press className='photos__veil' label={failed ? '没有传上，点按重传' : small === null ? '照片处理中' : `正在上传 ${percent}%`} disabled={!failed} onPress={onRetry}>
        {failed ? <><Icon name='refreshCw' /><Text>重传</Text></> : <Text>{far}</Text>}
      </Press>
      {failed && (
        <Press className='photos__drop' label='不传这一张' onPress={onDrop}>
          <View className='photos__cross'><Icon name='cross' size='small' /></View>
        </Press>
      )}
    </View>
  )
}
