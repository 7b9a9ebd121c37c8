import { Text } from '@tarojs/components'
import type { IconName } from './icons'
import './style.scss'

type IconProps = {
  name: IconName
  size?: 'normal' | 'small' | 'large'
  /** Only when no word stands beside it: otherwise the icon is hidden from readers. */
  label?: string
}

/** Painted in the colour of the text around it. */
export function Icon({ name, size = 'normal', label }: IconProps) {
  return <Text className={`icon picture-${name} ${size === 'normal' ? '' : `icon--${size}`}`} ariaRole={label ? 'img' : undefined} ariaLabel={label} ariaHidden={!label || undefined} />
}
