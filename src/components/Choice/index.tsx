import { Text, View } from '@tarojs/components'
import { Icon } from '../Icon'
import type { IconName } from '../Icon/icons'
import { Press } from '../Press'
import './style.scss'

export type Option<V extends string> = { value: V; label: string; hint?: string; icon?: IconName; disabled?: boolean }

type ChoiceProps<V extends string> = {
  label: string
  options: readonly Option<V>[]
  /** `chips`: short words that run on like text. */
  form?: 'list' | 'grid' | 'chips'
} & ({ multi?: false; value: V | null | undefined; onChange: (value: V) => void } | { multi: true; value: readonly V[]; onChange: (value: V[]) => void })

/** Big options to tap; one of them, or with `multi` several. */
export function Choice<V extends string>(props: ChoiceProps<V>) {
  const { label, options, form = 'list', multi } = props
  const has = (value: V) => (props.multi ? props.value.includes(value) : props.value === value)
  const choose = (value: V) => {
    if (!props.multi) props.onChange(value)
    else props.onChange(has(value) ? props.value.filter((other) => other !== value) : [...props.value, value])
  }
  return (
    <View className={`choice choice--${form}`} ariaRole={multi ? 'group' : 'radiogroup'} ariaLabel={label}>
      {options.map(({ value, label: words, hint, icon, disabled }) => {
        const chosen = has(value)
        return (
          <Press key={value} className={`choice__option ${chosen ? 'choice__option--on' : ''} ${disabled ? 'choice__option--off' : ''}`} role={multi ? 'checkbox' : 'radio'} label={words} checked={chosen} disabled={disabled} onPress={() => choose(value)}>
            {icon && <Icon name={icon} />}
            <View className='choice__words'>
              <Text>{words}</Text>
              {hint && <Text className='choice__hint'>{hint}</Text>}
            </View>
            <View className='choice__mark'>{chosen && <Icon name='check' size='small' />}</View>
          </Press>
        )
      })}
    </View>
  )
}
