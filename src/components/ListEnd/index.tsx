import { Text, View } from '@tarojs/components'
import { Place } from '../Place'
import { Press } from '../Press'
import './style.scss'

type ListEndProps = { more?: boolean; loading?: boolean; onMore?: () => void }

/** Says whether there is more below. */
export function ListEnd({ more = false, loading = false, onMore }: ListEndProps) {
  return (
    <Place>
      {more ? <Press className='list-end list-end--more' disabled={loading} onPress={onMore}><Text>{loading ? '正在读取…' : '再看一些'}</Text></Press> : <View className='list-end'><Text>没有更多了</Text></View>}
    </Place>
  )
}
