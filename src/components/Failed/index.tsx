import { Text, View } from '@tarojs/components'
import type { Trouble } from '@/services/trouble'
import { Button } from '../Button'
import { Icon } from '../Icon'
import './style.scss'

type FailedProps = { trouble: Trouble; onRetry?: () => void }

/** In place of what could not be read. */
export function Failed({ trouble, onRetry }: FailedProps) {
  return (
    <View className='failed' ariaRole='alert'>
      <Icon name='circleAlert' size='large' />
      <View><Text>{trouble.words}</Text></View>
      {trouble.errorId && <View className='failed__id'><Text>{`反映问题时请提供编号 ${trouble.errorId}`}</Text></View>}
      {onRetry && <Button kind='secondary' inline icon='refreshCw' words='再试一次' onPress={onRetry} />}
    </View>
  )
}
