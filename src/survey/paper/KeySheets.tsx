import { useState } from 'react'
import type { Questionnaire } from '../../../domain/survey/questionnaire'
import { Loaded } from '@/components/Loaded'
import { useDraft } from '@/services/draft'
import { useRead } from '@/services/useAction'
import { CheckSheets } from './CheckSheets'
import { KeyOneSheet } from './KeyOneSheet'
import { emptySheets, firstUnfinished, placeOf, type KeyedDraft } from './keyedDraft'
import type { Batch } from './PaperDesk'

type KeySheetsProps = { surveyId: string; batch: Batch; onDone: (words: string) => void; onBack: () => void }

/** 录入: sheet after sheet, then all of them to check, then sent. */
export function KeySheets(props: KeySheetsProps) {
  const query = useRead('readSurvey', { surveyId: props.surveyId }, { staleTime: 600_000 })
  return <Loaded query={query}>{({ questionnaire }) => <Sheets {...props} questions={questionnaire.questions} />}</Loaded>
}

function Sheets({ batch, questions, onDone, onBack }: KeySheetsProps & Pick<Questionnaire, 'questions'>) {
  const [draft, change] = useDraft<KeyedDraft>(placeOf(batch.id), emptySheets(batch.envelopes))
  const [at, setAt] = useState<number | null>(() => firstUnfinished(draft, questions.length))
  const [isFromCheck, setFromCheck] = useState(false)
  if (at === null) return <CheckSheets batch={batch} questions={questions} sheets={draft.sheets} onSheet={(sheet) => { setFromCheck(true); setAt(sheet) }} onDone={onDone} onBack={onBack} />
  const goOn = () => {
    const next = at + 1 < batch.envelopes ? at + 1 : null
    const isLast = isFromCheck || next === null
    setFromCheck(false)
    setAt(isLast ? firstUnfinished(draft, questions.length) : next)
  }
  return (
    <KeyOneSheet
      number={at + 1} count={batch.envelopes} questions={questions} sheet={draft.sheets[at] ?? ''} isAgain={batch.keyedByMe} isFromCheck={isFromCheck}
      onSheet={(sheet) => change({ sheets: Array.from({ length: batch.envelopes }, (_, index) => (index === at ? sheet : (draft.sheets[index] ?? ''))) })}
      onNext={goOn} onPrevious={at > 0 ? () => setAt(at - 1) : undefined} onLeave={onBack}
    />
  )
}
