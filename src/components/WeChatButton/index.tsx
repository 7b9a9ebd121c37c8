import { Button as Native } from '@tarojs/components'
import './style.scss'

type PhoneEvent = { detail: { code?: string } }

type WeChatButtonProps = {
  words: string
  kind?: 'primary' | 'secondary'
  disabled?: boolean
  id?: string
} & ({ openType: 'getPhoneNumber'; onPhone: (event: PhoneEvent) => void } | { openType: 'agreePrivacyAuthorization'; onAgree: () => void } | { openType: 'share' })

/** What WeChat does only on a tap on a button of its own; it looks like ours. */
export function WeChatButton(props: WeChatButtonProps) {
  const { words, openType, kind = 'primary', disabled, id } = props
  return (
    <Native
      className={`wechat-button button button--${kind} ${disabled ? 'button--off' : ''}`}
      id={id}
      openType={openType}
      disabled={disabled || undefined}
      hoverClass='press--down'
      ariaLabel={words}
      onGetPhoneNumber={props.openType === 'getPhoneNumber' ? (event) => props.onPhone(event) : undefined}
      onAgreePrivacyAuthorization={props.openType === 'agreePrivacyAuthorization' ? () => props.onAgree() : undefined}
    >
      {words}
    </Native>
  )
}
