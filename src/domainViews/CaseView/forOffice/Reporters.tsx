import { useState } from 'react'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { Section } from '@/components/Section'
import { useNow } from '@/services/useNow'
import { momentWords } from '../../momentWords'
import type { ReadCase } from '../CaseStory'
import { Unmask } from './Unmask'

/** 反映人, masked; one at a time is looked at behind the mask, with a reason. */
export function Reporters({ case_: { summary, reporters } }: { case_: ReadCase }) {
  const now = useNow(600_000)
  const [open, setOpen] = useState<string>()
  if (!reporters || reporters.length === 0) return null
  return (
    <Section title='反映人' note='只有考核办看得到，物业和邻居看不到。'>
      {reporters.map(({ reportId, maskedName, maskedRoom, at, first, gone }) => {
        const came = `${first ? '最先报告' : '一起反映'} · ${momentWords(at, now)}`
        return (
          <Card key={reportId} flush>
            {gone ? (
              <Cell icon='user' title='资料已删除' note={`${came} · 已经查不到是谁`} />
            ) : (
              <>
                <Cell icon='user' title={maskedName} note={`${came}${maskedRoom ? ` · ${maskedRoom}` : ' · 没有绑定住户'}`} />
                <Unmask caseId={summary.id} reportId={reportId} isOpen={open === reportId} onOpen={() => setOpen(reportId)} onClose={() => setOpen(undefined)} />
              </>
            )}
          </Card>
        )
      })}
    </Section>
  )
}
