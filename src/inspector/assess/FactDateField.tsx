import { DAY_MS, HOUR_MS, dateOf } from '../../../domain/time/beijing'
import { DateInput } from '@/components/DateInput'
import { Field } from '@/components/Field'
import { useHeardNow } from '@/services/useNow'

type FactDateFieldProps = {
  label: string
  /** `2026-11-26`; empty means today. */
  value: string
  onChange: (date: string) => void
}

/** As far back as the wheel turns: what is of a year that is closed the server refuses. */
const BACK_DAYS = 400

/** 事实的日期: that of the fact and not of its entry, today unless another is chosen. */
export function FactDateField({ label, value, onChange }: FactDateFieldProps) {
  const now = useHeardNow(HOUR_MS)
  const [first, today] = now === null ? [undefined, ''] : [dateOf(now - BACK_DAYS * DAY_MS), dateOf(now)]
  return (
    <Field label={label} hint={value === '' || value === today ? '今天。补录以前的事，请选那一天：计入那个月和那一年' : '计入这一天所在的月份和年度'}>
      <DateInput label={label} value={value || today} min={first} max={today || undefined} onChange={(date) => onChange(date === today ? '' : date)} />
    </Field>
  )
}
