import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'
import { View } from '@tarojs/components'
import { CaseRow } from '@/domainViews/CaseRow'
import { openCase } from '@/domainViews/openCase'
import { useRead, useSend } from '@/services/useAction'
import { placeOf, type ReportDraft } from './reportDraft'
import type { SentReport } from './Sent'

/** 附议: what neighbours have already reported, to join by one tap instead of reporting it again. */
export function SameProblems({ draft, onJoined }: { draft: ReportDraft; onJoined: (report: SentReport) => void }) {
  const { estateId, categoryCode } = draft
  const found = useRead('findSameProblems', { estateId, categoryCode: categoryCode ?? '', place: placeOf(draft) }, { enabled: categoryCode !== null })
  const { send, sending, trouble } = useSend('joinCase', { refreshes: ['listCases', 'readCase', 'findSameProblems'] })
  const cases = found.data?.cases ?? []
  if (cases.length === 0) return null
  async function join(caseId: string, number: string) {
    // A key of its own: the draft's may already have been used for a report that nobody knows to have arrived.
    const result = await send({ key: `${draft.key}-join`, caseId, text: draft.text.trim(), photos: draft.photos })
    if (result.ok) onJoined({ caseId, number, joined: true })
  }
  return (
    <Section title='邻居已经报过了？' note='如果是同一个问题，跟进它就好：您的照片会加进去，进展一样通知您。'>
      {cases.map((case_) => (
        <Card key={case_.id} flush>
          <CaseRow case_={case_} onOpen={() => openCase(case_.id)} />
          <View className='report-join'>
            {case_.mine ? <Notice tone='neutral' words='这件您已经在跟进了。' /> : <Button kind='secondary' icon='users' words='是同一个，跟进' sending={sending} onPress={() => void join(case_.id, case_.number)} />}
          </View>
        </Card>
      ))}
      {trouble && <Notice tone='urgent' words={trouble.words} />}
    </Section>
  )
}
