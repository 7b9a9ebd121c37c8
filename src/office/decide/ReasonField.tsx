import { Field } from '@/components/Field'
import { ReasonChips } from '@/components/ReasonChips'
import { TextArea } from '@/components/TextArea'

type ReasonFieldProps = {
  label: string
  value: string
  onChange: (value: string) => void
  templates: readonly string[]
  hint?: string
  error?: string
}

/** 理由: required. */
export function ReasonField({ label, value, onChange, templates, hint, error }: ReasonFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      <TextArea label={label} value={value} onChange={onChange} />
      <ReasonChips templates={templates} onPick={onChange} />
    </Field>
  )
}
