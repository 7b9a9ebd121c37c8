// Taro's typings know ariaRole on a few components only; config/aria adds it to the templates of all.
import '@tarojs/components/types/common'

declare module '@tarojs/components/types/common' {
  interface StandardProps {
    ariaRole?: string
    ariaLabel?: string
    ariaHidden?: boolean
    ariaChecked?: boolean
    ariaSelected?: boolean
    ariaExpanded?: boolean
    ariaDisabled?: boolean
    ariaLive?: 'polite' | 'assertive'
  }
}
