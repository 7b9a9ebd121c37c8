import { useState } from 'react'
import { configure, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { standardQuestionnaire } from '../../../domain/survey/questionnaire'
import { heardFromServer } from '@/services/serverNow'
import { BallotFlow } from '@/survey/flow/BallotFlow'
import { newBallot, type BallotDraft } from '@/survey/flow/ballotDraft'

// Each answer is seen for a moment before the next question comes: on a busy machine a second is soon over.
configure({ asyncUtilTimeout: 5_000 })

// The survey itself has come from the server.
beforeEach(() => heardFromServer(Date.now()))

const { questions } = standardQuestionnaire
const radio = (name: string) => screen.getByRole('radio', { name })
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const heading = (words: string) => screen.findByRole('heading', { name: words })

function Flow({ first = newBallot(standardQuestionnaire), onSend = jest.fn(), seen }: { first?: BallotDraft; onSend?: (milliseconds: number) => void; seen?: (draft: BallotDraft) => void }) {
  const [draft, setDraft] = useState(first)
  seen?.(draft)
  return <BallotFlow questionnaire={standardQuestionnaire} draft={draft} change={(part) => setDraft((before) => ({ ...before, ...part }))} sendWords='提交答卷' sending={false} onSend={onSend} />
}
const answered: BallotDraft = { answers: questions.map(() => 4), remark: '门禁常坏', at: questions.length + 1, startedAt: Date.now() - 90_000 }

it('five answers to the first question, and 没接触过 to every other', async () => {
  render(<Flow />)
  expect(screen.getAllByRole('radio').map((each) => each.getAttribute('aria-label'))).toEqual(['非常满意', '满意', '一般', '不满意', '非常不满意'])
  await userEvent.click(radio('一般'))
  await heading(questions[1]!.text)
  expect(screen.getAllByRole('radio')).toHaveLength(6)
  expect(radio('没接触过')).toBeInTheDocument()
})

it('a tap goes on to the next question, says which it is, and a second tap of the same finger answers nothing more', async () => {
  const seen = jest.fn()
  render(<Flow seen={seen} />)
  expect(screen.getByRole('status', { name: '第 1 题 / 共 8 题' })).toBeInTheDocument()
  await userEvent.dblClick(radio('满意'))
  expect(radio('满意')).toHaveAttribute('aria-checked', 'true')
  expect(await screen.findByRole('status', { name: '第 2 题 / 共 8 题' })).toBeInTheDocument()
  expect((seen.mock.lastCall![0] as BallotDraft).answers).toEqual([4, ...Array<null>(7).fill(null)])
})

it('one goes back, sees what was said, and may leave it so', async () => {
  render(<Flow />)
  await userEvent.click(radio('不满意'))
  await heading(questions[1]!.text)
  await press('上一题')
  expect(radio('不满意')).toHaveAttribute('aria-checked', 'true')
  await press('下一题')
  expect(await heading(questions[1]!.text)).toBeInTheDocument()
})

it('all is shown once more; a tap changes one, and comes back here', async () => {
  const seen = jest.fn()
  render(<Flow first={answered} seen={seen} />)
  expect(screen.getByRole('status', { name: '最后核对' })).toBeInTheDocument()
  expect(screen.getByText('门禁常坏')).toBeInTheDocument()
  await press(/，3\. /)
  await userEvent.click(radio('没接触过'))
  await screen.findByRole('button', { name: `没接触过，3. ${questions[2]!.text}点按修改` })
  expect((seen.mock.lastCall![0] as BallotDraft).answers).toEqual([4, 4, 0, 4, 4, 4, 4, 4])
})

it('what is unanswered is not sent but shown', async () => {
  const onSend = jest.fn()
  render(<Flow first={{ ...answered, answers: [4, 4, 4, null, 4, 4, 4, 4] }} onSend={onSend} />)
  await press('提交答卷')
  expect(await heading(questions[3]!.text)).toBeInTheDocument()
  expect(onSend).not.toHaveBeenCalled()
})

it('the time is from the first question shown, also after a pause', async () => {
  const onSend = jest.fn()
  render(<Flow first={answered} onSend={onSend} />)
  await press('提交答卷')
  await waitFor(() => expect(onSend).toHaveBeenCalled())
  expect(onSend.mock.lastCall![0]).toBeGreaterThanOrEqual(90_000)
})
