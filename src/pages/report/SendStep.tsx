import { Text, View } from '@tarojs/components'
import { categoryByCode } from '../../../domain/rulebook/categoryByCode'
import type { CaseSummary } from '../../../types/api/common'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { PhotoGrid } from '@/components/PhotoGrid'
import { Refusal } from '@/components/Refusal'
import { Section } from '@/components/Section'
import { reportPlace, reportTitle } from '@/domainViews/Outbox/reportWords'
import { DANGER_BEFORE_SENDING } from '@/domainViews/Danger/dangerWords'
import { DangerNotice } from '@/domainViews/Danger'
import { categoryName } from '@/domainViews/caseTitle'
import { PromisedLimit } from '@/domainViews/PromisedLimit'
import { useReader } from '@/domainViews/useReader'
import { useRules } from '@/domainViews/useRules'
import { SOURCE } from '@/labels/case'
import type { KeptReport } from '@/services/reports/keptReport'
import { SameProblems } from './SameProblems'
import type { StepProps } from './stepProps'

/** All of it once more, what is promised, and whether somebody has already reported it. */
export function SendStep({ me, draft, change, missing, onEdit, onJoin }: StepProps & { onJoin: (case_: CaseSummary) => void }) {
  const edition = useRules()?.edition
  const reader = useReader()
  const place = reportPlace(draft, me.estates)
  const category = draft.categoryCode !== null && edition ? categoryByCode(edition, draft.categoryCode) : undefined
  const elder = me.households.find(({ id }) => id === draft.forHouseholdId)
  const isOffice = me.person?.grants.some(({ role }) => role === 'office')
  return (
    <>
      {missing && <Refusal words={missing} />}
      {category?.hazardous && <DangerNotice words={DANGER_BEFORE_SENDING} />}
      <SameProblems draft={draft} onJoin={onJoin} />
      <View className='report-limit'><PromisedLimit category={category} /></View>
      <Section title='核对一下'>
        <Card flush>
          <Cell icon='camera' title={draft.photos.length > 0 ? `照片 ${draft.photos.length} 张` : '没有照片'} note={draft.photos.length > 0 ? undefined : '没有也可以报；有一张，物业会更快看懂'} value='修改' onPress={() => onEdit('photo')} />
          {draft.photos.length > 0 && <View className='report-photos'><PhotoGrid photos={draft.photos} label='现场照片' /></View>}
          <Cell icon='mapPin' title={place} note={elder && `替家里老人报：${elder.label}`} value='修改' onPress={() => onEdit('place')} />
          <Cell icon='messageSquare' title={draft.text.trim() || reportTitle(draft)} note={category ? categoryName(category, reader) : '类别：不确定，由考核办判断'} value='修改' onPress={() => onEdit('what')} />
        </Card>
      </Section>
      {isOffice && (
        <Field label='这件是从哪里来的？' hint='代居民登记的电话、12345、平台件请选级别。'>
          <Choice<KeptReport['level']> label='来源' value={draft.level} options={(Object.keys(SOURCE) as KeptReport['level'][]).map((value) => ({ value, label: SOURCE[value] }))} onChange={(level) => change({ level })} />
        </Field>
      )}
      <View className='report-note'><Text>您的姓名、电话不会告诉物业。</Text></View>
    </>
  )
}
