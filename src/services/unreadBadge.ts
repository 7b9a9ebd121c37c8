import Taro from '@tarojs/taro'

const INBOX_TAB = 3
const nothing = () => undefined

/** How many messages wait, on the tab. Only tab pages have a tab bar: elsewhere it fails, and nothing is lost. */
export function showUnread(count: number) {
  if (count > 0) Taro.setTabBarBadge({ index: INBOX_TAB, text: count > 99 ? '99+' : String(count) })?.catch?.(nothing)
  else Taro.removeTabBarBadge({ index: INBOX_TAB })?.catch?.(nothing)
}
