import { useState, type PropsWithChildren } from 'react'
import { Text, View } from '@tarojs/components'
import { Icon } from '../Icon'
import { Press } from '../Press'
import './style.scss'

type FoldProps = PropsWithChildren<{ title: string; open?: boolean }>

/** The explanation under the answer: there for who asks. */
export function Fold({ title, open = false, children }: FoldProps) {
  const [unfolded, setUnfolded] = useState(open)
  return (
    <View className='fold'>
      <Press className='fold__head' expanded={unfolded} label={title} onPress={() => setUnfolded(!unfolded)}>
        <Text className='fold__title'>{title}</Text>
        <View className={`fold__arrow ${unfolded ? 'fold__arrow--up' : ''}`}><Icon name='chevronDown' size='small' /></View>
      </Press>
      {unfolded && <View className='fold__body'>{children}</View>}
    </View>
  )
}
