import { Text } from '@tarojs/components'
import { Icon } from '../Icon'
import type { IconName } from '../Icon/icons'
import { Press } from '../Press'
import './style.scss'

type ButtonProps = {
  words: string
  onPress: () => void
  kind?: 'primary' | 'secondary' | 'danger' | 'quiet'
  icon?: IconName
  disabled?: boolean
  sending?: boolean
  /** With a figure where there is one: 上传 62%. */
  sendingWords?: string
  /** Full width unless it stands among words. */
  inline?: boolean
}

/** The words name the deed: 提交报告, not 确定. */
export function Button({ words, onPress, kind = 'primary', icon, disabled, sending, sendingWords = '正在提交…', inline }: ButtonProps) {
  const shown = sending ? sendingWords : words
  return (
    <Press className={`button button--${kind} ${inline ? 'button--inline' : ''} ${disabled || sending ? 'button--off' : ''}`} onPress={onPress} label={shown} disabled={disabled || sending}>
      {icon && !sending && <Icon name={icon} size='small' />}
      <Text>{shown}</Text>
    </Press>
  )
}
