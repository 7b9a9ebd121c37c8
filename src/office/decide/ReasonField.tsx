import { Text, View } from '@tarojs/components'
import { Field } from '@/components/Field'
import { Press } from '@/components/Press'
import { TextArea } from '@/components/TextArea'
import './style.scss'

type ReasonFieldProps = {
  label: string
  value: string
  onChange: (value: string) => void
  templates: readonly string[]
  hint?: string
  error?: string
}

/** 理由: required; a tap fills in a common one, which may be changed. */
export function ReasonField({ label, value, onChange, templates, hint, error }: ReasonFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      <TextArea label={label} value={value} onChange={onChange} />
      <View className='reasons' ariaRole='group' ariaLabel='常用理由'>
        {templates.map((words) => <Press key={words} className='reasons__chip' onPress={() => onChange(words)}><Text>{words}</Text></Press>)}
      </View>
    </Field>
  )
}
