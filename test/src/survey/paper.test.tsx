import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import { OVERALL } from '../../../domain/survey/questionnaire'
import { mismatchWords } from '@/survey/paper/mismatchWords'
import PaperPage from '@/survey/pages/paper'
import { clearPhone, setRouterParams } from '../../doubles/taro'
import { NOW, Refused, cloudAnswers, draw, hear } from '../support'
import { readSurvey, survey } from '../office/surveysSupport'

type Batch = Actions['readPaperBatches']['reply']['batches'][number]
const short = { version: 1, questions: [{ id: OVERALL, text: '总体满意吗？' }, { id: 'cleaning', text: '打扫得干净吗？' }], remarkPrompt: '还有什么想说的？' }
const doors = ['101', '102', '201', '202', '301', '302'].map((room, index) => ({ householdId: `h${index}`, label: `3 幢 ${room}`, standing: index === 5 ? ('answered' as const) : ('open' as const) }))
const batch = (part: Partial<Batch> = {}): Batch => ({ id: 'b1', envelopes: 2, labels: ['3 幢 101', '3 幢 102'], at: NOW - 3_600_000, who: '孙工', state: 'open', keyedBy: [], keyedByMe: false, mismatches: [], ...part })

function opened(batches: readonly Batch[] | (() => readonly Batch[]), answers: Parameters<typeof cloudAnswers>[0] = {}) {
  setRouterParams({ surveyId: encodeURIComponent(survey().id) })
  const calls = cloudAnswers({
    readSurveys: () => ({ year: 2026, surveys: [survey()] }), readSurvey: () => ({ ...readSurvey(), questionnaire: short }), listDoors: ({ building }) => ({ buildings: ['3'], doors: building === '3' ? doors : [] }),
    readPaperBatches: () => ({ batches: [...(typeof batches === 'function' ? batches() : batches)] }), ...answers,
  })
  draw(<PaperPage />)
  return <K extends keyof Actions>(name: K) => calls.filter(({ action }) => action === name).map(({ request }) => request as Actions[K]['request'])
}
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const digits = async (...wanted: number[]) => {
  for (const digit of wanted) await press(new RegExp(`^${digit}，`))
}

beforeEach(clearPhone)
afterEach(() => void (process.env.TARO_ENV = 'weapp'))

it('envelopes are registered from five households on, unopened and at once', async () => {
  const sent = opened([], { registerPaper: () => ({ batchId: 'b1' }) })
  await press('登记信封')
  await userEvent.click(await screen.findByRole('radio', { name: '3 幢' }))
  for (const room of ['101', '102', '201', '202']) await userEvent.click(await screen.findByRole('checkbox', { name: `3 幢 ${room}` }))
  expect(screen.getByRole('checkbox', { name: '3 幢 302' })).toHaveAttribute('aria-disabled', 'true')
  await press('登记 4 个信封')
  expect(screen.getByText('至少 5 户一起登记，还差 1 户')).toBeInTheDocument()
  expect(sent('registerPaper')).toEqual([])
  await userEvent.click(screen.getByRole('checkbox', { name: '3 幢 301' }))
  await press('登记 5 个信封')
  expect(await screen.findByText(/已登记 5 个信封/)).toBeInTheDocument()
  expect(sent('registerPaper')).toMatchObject([{ surveyId: survey().id, householdIds: ['h0', 'h1', 'h2', 'h3', 'h4'] }])
})

it('a registration whose answer was lost is sent again under the same key', async () => {
  let isLost = true
  const sent = opened([], { registerPaper: () => {
    if (isLost) throw new Refused('BUSY', '办理的人较多，请稍后再试')
    return { batchId: 'b1' }
  } })
  await press('登记信封')
  await userEvent.click(await screen.findByRole('radio', { name: '3 幢' }))
  for (const { label } of doors.slice(0, 5)) await userEvent.click(await screen.findByRole('checkbox', { name: label }))
  await press('登记 5 个信封')
  await screen.findByText('办理的人较多，请稍后再试')
  isLost = false
  await press('登记 5 个信封')
  await screen.findByText(/已登记 5 个信封/)
  const [first, second] = sent('registerPaper')
  expect(second!.key).toBe(first!.key)
})

it('sheets are keyed in by large buttons, checked, and handed in for another one to do the same', async () => {
  const sent = opened([batch()], { keyPaper: () => ({ isCounted: false, mismatches: [] }) })
  await press('录入')
  expect(await screen.findByText('第 1 份，共 2 份')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: /^0，/ })).toHaveAttribute('aria-disabled', 'true')
  await digits(5, 0)
  await press('下一份（第 2 份）')
  await digits(3)
  await press('上一题')
  await digits(4, 2)
  await press('看录好的')
  expect(screen.getByText('5 0')).toBeInTheDocument()
  await press('交我录的')
  expect(await screen.findByText(/已交，等另一位同事录入/)).toBeInTheDocument()
  expect(sent('keyPaper')).toEqual([{ batchId: 'b1', sheets: ['50', '42'] }])
})

it('what is keyed in stays on the phone when the page is left half-way', async () => {
  opened([batch()])
  await press('录入')
  await digits(5, 4)
  await press('下一份（第 2 份）')
  await press('上一份')
  await press('上一题')
  expect(Taro.setStorageSync).toHaveBeenLastCalledWith('draft:paper:b1', { sheets: ['54', ''] })
})

it('where two readings differ, sheet and question are told; after mending it is counted and the phone forgets', async () => {
  let state: Partial<Batch> = { keyedBy: ['孙工', '李工'], keyedByMe: true, mismatches: [{ sheet: 2, question: 1 }] }
  Taro.setStorageSync('draft:paper:b1', { sheets: ['50', '42'] })
  const sent = opened(() => [batch(state)], { keyPaper: () => {
    state = { state: 'counted', keyedBy: ['孙工', '李工'], keyedByMe: true }
    return { isCounted: true, mismatches: [] }
  } })
  expect(await screen.findByText('第 2 份第 1 题两人录的不一样，请拿出第 2 份重看')).toBeInTheDocument()
  await press('改我录的')
  await press('第 2 份，点按修改')
  await press(/^第 1 题/)
  await digits(5)
  await press('看录好的')
  await press('交我录的')
  expect(await screen.findByText(/两人录的一样，2 份已经计票/)).toBeInTheDocument()
  expect(sent('keyPaper')).toEqual([{ batchId: 'b1', sheets: ['50', '52'] }])
  await waitFor(() => expect(Taro.getStorageSync('draft:paper:b1')).toBe(''))
  expect(await screen.findByText('已计票')).toBeInTheDocument()
})

it('on a keyboard digits, Backspace and Enter are enough', async () => {
  process.env.TARO_ENV = 'h5'
  jest.mocked(Taro.request).mockImplementation((async ({ data }: { data: never }) => ({ statusCode: 200, data: { ok: true, result: (await (Taro.cloud.callFunction(data) as unknown as Promise<{ result: unknown }>)).result } })) as never)
  const sent = opened([batch()], { keyPaper: () => ({ isCounted: false, mismatches: [] }) })
  await press('录入')
  const pad = await screen.findByRole('group', { name: '第 1 份，共 2 份' })
  for (const key of ['0', '5', '1', 'Backspace', '3', 'Enter']) fireEvent.keyDown(pad, { key })
  expect(await screen.findByText('第 2 份，共 2 份')).toBeInTheDocument()
  for (const key of ['4', '4', 'Enter']) fireEvent.keyDown(screen.getByRole('group', { name: '第 2 份，共 2 份' }), { key })
  await press('交我录的')
  await waitFor(() => expect(sent('keyPaper')).toEqual([{ batchId: 'b1', sheets: ['53', '44'] }]))
})

it('a batch is released with a reason and after a question', async () => {
  const sent = opened([batch()], { releasePaper: () => ({}) })
  await press('撤销登记')
  await press('撤销登记')
  expect(screen.getByText('请写明理由')).toBeInTheDocument()
  await press('住户要求改用手机作答')
  await press('撤销登记')
  await waitFor(() => expect(sent('releasePaper')).toEqual([{ batchId: 'b1', reason: '住户要求改用手机作答' }]))
  await hear('已撤销登记，这些户可以重新作答。')
  expect(screen.queryByRole('textbox', { name: '为什么撤销' })).toBeNull()
})

it('a third person cannot key in what two have', async () => {
  opened([batch({ keyedBy: ['孙工', '李工'], mismatches: [{ sheet: 1, question: 2 }] })])
  expect(await screen.findByText('由孙工、李工录入，请他们对照原件重看。')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /录入|改我录的/ })).toBeNull()
})

it('several questions of one sheet are one line', () => {
  expect(mismatchWords([{ sheet: 3, question: 2 }, { sheet: 3, question: 5 }, { sheet: 4, question: 1 }])).toEqual(['第 3 份第 2、5 题两人录的不一样，请拿出第 3 份重看', '第 4 份第 1 题两人录的不一样，请拿出第 4 份重看'])
})
