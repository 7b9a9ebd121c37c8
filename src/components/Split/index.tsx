import { useRef, type ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { useRowKeys } from './useRowKeys'
import './style.scss'

type SplitProps = {
  list: ReactNode
  detail?: ReactNode
  /** What the detail is of: another one begins at its top. */
  open?: string
}

/**
 * On a wide screen the list keeps its place on the left and the detail stands beside it; on a phone only one of them is seen. Rows have the class `split-row`, the
 * one that is open `split-row--on`, and what Enter leads to in the detail `split-first`.
 */
export function Split({ list, detail, open }: SplitProps) {
  const root = useRef<HTMLElement>(null)
  useRowKeys(root, detail !== undefined)
  return (
    <View ref={root} className={`split ${detail ? 'split--open' : ''}`}>
      <View className='split__list'>
        {list}
        {detail && process.env.TARO_ENV === 'h5' && <View className='split__keys' ariaHidden><Text>键盘：↑ ↓ 换一行，回车去右边，Esc 回到这一行</Text></View>}
      </View>
      {detail && <View key={open} className='split__detail'>{detail}</View>}
    </View>
  )
}
