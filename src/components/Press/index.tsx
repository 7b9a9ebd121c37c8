import type { PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import './style.scss'

type PressProps = PropsWithChildren<{
  className?: string
  onPress?: () => void
  role?: 'button' | 'option' | 'radio' | 'checkbox' | 'tab' | 'link'
  label?: string
  checked?: boolean
  selected?: boolean
  expanded?: boolean
  disabled?: boolean
}>

type Key = { key: string; preventDefault: () => void }

/** Whatever can be tapped: finger, keyboard and screen reader find the same thing. */
export function Press({ className = '', onPress, role = 'button', label, checked, selected, expanded, disabled, children }: PressProps) {
  const press = disabled ? undefined : onPress
  const keyboard = process.env.TARO_ENV === 'h5' && {
    tabIndex: disabled ? -1 : 0,
    onKeyDown: (event: Key) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      press?.()
    },
  }
  return (
    <View
      className={`press ${className}`}
      hoverClass={disabled ? 'none' : 'press--down'}
      hoverStayTime={80}
      onClick={press}
      ariaRole={role}
      ariaLabel={label}
      ariaChecked={checked}
      ariaSelected={selected}
      ariaExpanded={expanded}
      ariaDisabled={disabled || undefined}
      {...keyboard}
    >
      {children}
    </View>
  )
}
