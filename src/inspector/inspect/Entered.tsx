import { categoryByCode } from '../../../domain/rulebook/categoryByCode'
import type { Edition } from '../../../domain/rulebook/edition'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'
import { openCase } from '@/domainViews/openCase'
import type { ProblemDraft } from './inspectionDraft'

type EnteredProps = { edition: Edition; caseIds: readonly string[]; problems: readonly ProblemDraft[]; onAgain: () => void }

/** What became of the inspection: one case for each problem, in the order they were found. */
export function Entered({ edition, caseIds, problems, onAgain }: EnteredProps) {
  return (
    <>
      <Notice tone='good' words={caseIds.length === 0 ? '已录入检查，没有发现问题' : `已录入检查，${caseIds.length} 个问题都已派给物业，开始计时`} />
      {caseIds.length > 0 && (
        <Section title='生成的案卷'>
          <Card flush>{caseIds.map((id, index) => <Cell key={id} icon='fileText' title={categoryByCode(edition, problems[index]?.categoryCode ?? '')?.name ?? '案卷'} note={problems[index]?.text} onPress={() => openCase(id)} />)}</Card>
        </Section>
      )}
      <Button kind='secondary' words='再录一次检查' onPress={onAgain} />
    </>
  )
}
