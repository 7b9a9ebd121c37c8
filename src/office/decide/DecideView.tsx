import { useState } from 'react'
import { View } from '@tarojs/components'
import { Fold } from '@/components/Fold'
import { Card } from '@/components/Card'
import { Loaded } from '@/components/Loaded'
import { Notice } from '@/components/Notice'
import { BeforeAfter } from '@/domainViews/CaseView/BeforeAfter'
import { CaseHead } from '@/domainViews/CaseView/CaseHead'
import { Findings } from '@/domainViews/CaseView/Findings'
import { Forecast } from '@/domainViews/CaseView/Forecast'
import { ForOffice } from '@/domainViews/CaseView/forOffice'
import { Story, stepsWords } from '@/domainViews/CaseView/Story'
import { Danger } from '@/domainViews/Danger'
import { DeadlineView } from '@/domainViews/DeadlineView'
import { LastWords } from '@/domainViews/LastWords'
import { toTop } from '@/services/toTop'
import { useRead } from '@/services/useAction'
import { Decision } from './Decision'
import type { Read } from './StepProps'
import { ReporterLine } from './ReporterLine'

type DecideViewProps = {
  caseId: string
  /** For which list it was opened. */
  kind?: string
  /** Beside its list on a PC, which tells what was decided: the decision stands at the top there, on a page of its own at the end. */
  onDecided?: (words: string) => void
}

/** A case before the one who decides: what is known, and the one decision to take. */
export function DecideView({ caseId, kind, onDecided }: DecideViewProps) {
  const query = useRead('readCase', { caseId })
  const [decided, setDecided] = useState<string>()
  const tell = (words: string) => {
    setDecided(words)
    toTop()
  }
  return (
    <Loaded query={query} skeletonRows={4}>
      {(read) => {
        const decision = <Decision key={`${read.summary.state}:${read.timeline.length}`} read={read} kind={kind} onDone={onDecided ?? tell} />
        return (
          <>
            {decided && <Notice tone='good' words={decided} />}
            <Danger summary={read.summary} />
            <View className={onDecided ? 'decide-head' : ''}>
              <BeforeAfter before={read.photosBefore} after={read.photosAfter} />
              <View>
                <CaseHead case_={read} staffNote='' />
                <ReporterLine read={read} />
              </View>
            </View>
            <LastWords case_={read} />
            {onDecided && <View className='split-first'>{decision}</View>}
            <Known read={read} />
            {!onDecided && decision}
          </>
        )
      }}
    </Loaded>
  )
}

function Known({ read }: { read: Read }) {
  return (
    <>
      <DeadlineView summary={read.summary} deadline={read.deadline} />
      <Forecast case_={read} />
      <Findings findings={read.findings} />
      <ForOffice case_={read} />
      <Card><Fold title={stepsWords(read)}><Story key={read.summary.id} case_={read} belowLastWords /></Fold></Card>
    </>
  )
}
