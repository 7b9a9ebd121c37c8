import { Input } from '@tarojs/components'
import './style.scss'

type TextInputProps = {
  label: string
  value: string
  onChange: (value: string) => void
  onDone?: () => void
  placeholder?: string
  kind?: 'text' | 'number' | 'digit' | 'idcard'
  lengthMax?: number
  disabled?: boolean
}

/** One line. `digit` also gives a decimal point. */
export function TextInput({ label, value, onChange, onDone, placeholder, kind = 'text', lengthMax = 60, disabled }: TextInputProps) {
  return (
    <Input
      className='text-input'
      type={kind}
      value={value}
      placeholder={placeholder}
      placeholderClass='text-input__placeholder'
      maxlength={lengthMax}
      cursorSpacing={96}
      disabled={disabled || undefined}
      ariaLabel={label}
      nativeProps={{ 'aria-label': label }}
      onInput={(event) => onChange(event.detail.value)}
      onConfirm={onDone}
    />
  )
}
