import { View } from '@tarojs/components'
import { daysFault } from '../../../../domain/survey/stage'
import { dateOf } from '../../../../domain/time/beijing'
import { DateInput } from '@/components/DateInput'
import { Field } from '@/components/Field'
import { daysOf } from '../surveyDays'
import '../style.scss'

type DaysFieldsProps = { year: number; first: string; last: string; now: number; asked: boolean; onChange: (part: { first?: string; last?: string }) => void }

/** What is wrong with the two dates, in words; null: nothing. */
export function daysWrong(year: number, first: string, last: string, now: number): string | null {
  const days = daysOf(first, last)
  return days ? daysFault({ year, ...days, now }) : null
}

/** 起止日期, both inclusive. */
export function DaysFields({ year, first, last, now, asked, onChange }: DaysFieldsProps) {
  const today = dateOf(now)
  const min = today > `${year}-01-01` ? today : `${year}-01-01`
  const missing = asked ? '请选择日期' : undefined
  const wrong = daysWrong(year, first, last, now) ?? undefined
  return (
    <View className='survey-days'>
      <Field label='开始的一天' hint='0:00 开始' error={first === '' ? missing : undefined}>
        <DateInput label='开始的一天' value={first} min={min} max={`${year}-12-30`} onChange={(date) => onChange({ first: date })} />
      </Field>
      <Field label='最后一天' hint='24:00 结束' error={last === '' ? missing : wrong}>
        <DateInput label='最后一天' value={last} min={first || min} max={`${year}-12-30`} onChange={(date) => onChange({ last: date })} />
      </Field>
    </View>
  )
}
