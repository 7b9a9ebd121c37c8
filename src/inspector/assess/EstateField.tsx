import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import type { FormProps } from './formProps'

type EstateFieldProps = { estates: FormProps['estates']; value: string | null; onChange: (id: string) => void; error?: string }

export function EstateField({ estates, value, onChange, error }: EstateFieldProps) {
  return (
    <Field label='哪个小区' error={error}>
      <Choice label='小区' form='grid' value={value} onChange={onChange} options={estates.map(({ id, name }) => ({ value: id, label: name }))} />
    </Field>
  )
}
