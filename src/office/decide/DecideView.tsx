import { useState } from 'react'
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

/** A case before the one who decides: what is known, then the one decision to take. `kind`: for which list it was opened. */
export function DecideView({ caseId, kind }: { caseId: string; kind?: string }) {
  const query = useRead('readCase', { caseId })
  const [decided, setDecided] = useState<string>()
  const tell = (words: string) => {
    setDecided(words)
    toTop()
  }
  return (
    <Loaded query={query} skeletonRows={4}>
      {(read) => (
        <>
          {decided && <Notice tone='good' words={decided} />}
          <Known read={read} />
          <Decision key={`${read.summary.state}:${read.timeline.length}`} read={read} kind={kind} onDone={tell} />
        </>
      )}
    </Loaded>
  )
}

function Known({ read }: { read: Read }) {
  return (
    <>
      <Danger summary={read.summary} />
      <BeforeAfter before={read.photosBefore} after={read.photosAfter} />
      <CaseHead case_={read} staffNote='' />
      <ReporterLine read={read} />
      <LastWords case_={read} />
      <DeadlineView summary={read.summary} deadline={read.deadline} />
      <Forecast case_={read} />
      <Findings findings={read.findings} />
      <ForOffice case_={read} />
      <Card><Fold title={stepsWords(read)}><Story key={read.summary.id} case_={read} /></Fold></Card>
    </>
  )
}
