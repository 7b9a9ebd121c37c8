import { Text, Textarea, View } from '@tarojs/components'
import './style.scss'

type TextAreaProps = {
  /** Read aloud; usually the words of the Field around. */
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  lengthMax?: number
  disabled?: boolean
}

export function TextArea({ label, value, onChange, placeholder, lengthMax = 500, disabled }: TextAreaProps) {
  return (
    <View className='text-area'>
      <Textarea
        className='text-area__box'
        value={value}
        placeholder={placeholder}
        placeholderClass='text-area__placeholder'
        maxlength={lengthMax}
        autoHeight
        cursorSpacing={96}
        disableDefaultPadding
        disabled={disabled || undefined}
        ariaLabel={label}
        nativeProps={{ 'aria-label': label }}
        onInput={(event) => onChange(event.detail.value)}
      />
      <Text className='text-area__count' ariaHidden>{`${value.length}/${lengthMax}`}</Text>
    </View>
  )
}
