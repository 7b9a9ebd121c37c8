import { Text, Textarea, View } from '@tarojs/components'
import './style.scss'

type TextAreaProps = {
  /** Read aloud; usually the words of the Field around. */
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  lengthMax?: number
  /** Longer words stay, and the page says so: what is pasted must not be cut in silence. */
  mayBeLonger?: boolean
  /** The field that has to be mended. */
  focus?: boolean
  disabled?: boolean
}

export function TextArea({ label, value, onChange, placeholder, lengthMax = 500, mayBeLonger, focus, disabled }: TextAreaProps) {
  const over = value.length - lengthMax
  return (
    <View className='text-area'>
      <Textarea
        className='text-area__box'
        value={value}
        placeholder={placeholder}
        placeholderClass='text-area__placeholder'
        maxlength={mayBeLonger ? -1 : lengthMax}
        focus={focus || undefined}
        autoHeight
        cursorSpacing={96}
        disableDefaultPadding
        disabled={disabled || undefined}
        ariaLabel={label}
        nativeProps={{ 'aria-label': label }}
        onInput={(event) => onChange(event.detail.value)}
      />
      <Text className={`text-area__count ${over > 0 ? 'text-area__count--over' : ''}`} ariaHidden={over <= 0} ariaLive='polite'>{over > 0 ? `${value.length}/${lengthMax}，多了 ${over} 字` : `${value.length}/${lengthMax}`}</Text>
    </View>
  )
}
