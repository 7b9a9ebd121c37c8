import type { PropsWithChildren } from 'react'
import { Text, View } from '@tarojs/components'
import { useIntoView } from '@/services/useIntoView'
import { Icon } from '../Icon'
import './style.scss'

type FieldProps = PropsWithChildren<{
  label: string
  hint?: string
  error?: string
  optional?: boolean
}>

/** One question: its words above, what is wrong right below what was typed. */
export function Field({ label, hint, error, optional, children }: FieldProps) {
  const id = useIntoView(error)
  return (
    <View id={id} className={`field ${error ? 'field--wrong' : ''}`}>
      <View className='field__label'>
        <Text>{label}</Text>
        {optional && <Text className='field__optional'>（可不填）</Text>}
      </View>
      {hint && <View className='field__hint'><Text>{hint}</Text></View>}
      {children}
      {error && (
        <View className='field__error' ariaRole='alert' ariaLive='assertive'>
          <Icon name='circleAlert' size='small' />
          <Text>{error}</Text>
        </View>
      )}
    </View>
  )
}
