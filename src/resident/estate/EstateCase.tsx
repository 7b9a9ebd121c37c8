import { Text, View } from '@tarojs/components'
import type { Actions } from '../../../types/api'
import { everydayName } from '../../../domain/case/everydayNames'
import { categoryByCode } from '../../../domain/rulebook/categoryByCode'
import { Badge } from '@/components/Badge'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { BeforeAfter } from '@/domainViews/CaseView/BeforeAfter'
import { dayOf } from '@/domainViews/momentWords'
import { openCase } from '@/domainViews/openCase'
import { stateWords } from '@/domainViews/stateWords'
import { useRules } from '@/domainViews/useRules'
import { useNow } from '@/services/useNow'
import './style.scss'

type EstateCaseProps = { line: Actions['listEstateCases']['reply']['cases'][number] }

/** What, where, when, how it looked before and after; opened only where the reader may. */
export function EstateCase({ line: { caseId, origin, categoryCode, placeText, state, createdAt, closedAt, inTime, before, after } }: EstateCaseProps) {
  const edition = useRules()?.edition
  const now = useNow(60_000)
  const category = categoryCode !== null && edition ? categoryByCode(edition, categoryCode) : undefined
  const title = [category ? everydayName(category) : '类别待定', placeText].filter(Boolean).join(' · ')
  const { words, tone, icon } = stateWords({ state, mine: null, hasRequest: false }, 'resident')
  const told = `${dayOf(createdAt, now)}${origin === 'inspected' ? '检查发现' : '居民反映'}${closedAt === null ? '' : `，${dayOf(closedAt, now)}处理好`}`
  const note = (
    <>
      <View><Text>{told}</Text></View>
      <View className='estate-case__badges'>
        <Badge words={words} tone={tone} icon={icon} />
        {inTime !== null && <Badge words={inTime ? '按时回复' : '超过时限'} tone={inTime ? 'good' : 'urgent'} icon={inTime ? 'circleCheck' : 'triangleAlert'} />}
      </View>
    </>
  )
  return (
    <Card flush>
      {(before ?? after) && <View className='estate-case__photos'><BeforeAfter before={before ? [before] : []} after={after ? [after] : []} /></View>}
      <Cell title={title} note={note} onPress={caseId === null ? undefined : () => openCase(caseId)} />
    </Card>
  )
}
