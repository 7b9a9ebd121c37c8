import { categoryByCode } from '../../../domain/rulebook/categoryByCode'
import type { Edition } from '../../../domain/rulebook/edition'
import type { Actions } from '../../../types/api'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { confirm } from '@/services/confirm'
import type { ProblemDraft } from './inspectionDraft'

export const PROBLEMS_MAX = 30

type ProblemListProps = {
  edition: Edition
  estate: Actions['whoAmI']['reply']['estates'][number]
  problems: readonly ProblemDraft[]
  onEdit: (index: number) => void
  onDrop: (index: number) => void
}

/** The problems kept so far: a tap opens one again. */
export function ProblemList({ edition, estate, problems, onEdit, onDrop }: ProblemListProps) {
  const drop = async (index: number) => {
    if (await confirm({ title: '删除这个问题？', words: '填写的内容和照片不再保留。', yes: '删除', danger: true })) onDrop(index)
  }
  return (
    <>
      {problems.map((problem, index) => (
        <Card flush key={index}>
          <Cell
            title={`${index + 1}. ${categoryByCode(edition, problem.categoryCode ?? '')?.name ?? ''}`}
            note={`${placeOf(problem, estate.spots)} · ${problem.photos.length} 张照片 · ${problem.text}`}
            onPress={() => onEdit(index)}
          />
          <Button kind='quiet' icon='trash' words='删除' onPress={() => void drop(index)} />
        </Card>
      ))}
      {problems.length < PROBLEMS_MAX && <Button kind='secondary' icon='plus' words={problems.length === 0 ? '记一个问题' : '再记一个问题'} onPress={() => onEdit(problems.length)} />}
    </>
  )
}

const placeOf = ({ spotId, detail }: ProblemDraft, spots: ProblemListProps['estate']['spots']): string => [spots.find(({ id }) => id === spotId)?.name, detail].filter(Boolean).join(' ')
