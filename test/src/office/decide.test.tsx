import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Actions } from '../../../types/api'
import DecidePage from '@/office/pages/decide'
import { setRouterParams } from '../../doubles/taro'
import { NOW, Refused, cloudAnswers, draw, readCase, summary } from '../support'
import { office } from './support'

const submitted = { summary: { ...summary, state: 'submitted' as const, dueAt: null, mine: null }, deadline: null, myReportId: null }

const opened = async (part: Partial<typeof readCase>, more: Parameters<typeof cloudAnswers>[0] = {}) => {
  setRouterParams({ id: 'c1' })
  const calls = cloudAnswers({ whoAmI: () => office, readCase: () => ({ ...readCase, ...part }), ...more })
  draw(<DecidePage />)
  await screen.findByText(/编号 202611-0007/)
  return { sent: (action: keyof Actions) => calls.filter((call) => call.action === action).map(({ request }) => request) }
}
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const choose = (name: string) => userEvent.click(screen.getByRole('radio', { name }))

it('only the steps the server allows are offered', async () => {
  await opened({ ...submitted, allowed: ['fileCase', 'refuseCase'] })
  expect(screen.getAllByRole('radio').map((option) => option.getAttribute('aria-label'))).toEqual(['立案并派遣', '不予立案'])
})

it('who may do nothing is told so', async () => {
  await opened({ allowed: [] })
  expect(screen.getByText('现在没有要办理的')).toBeInTheDocument()
  expect(screen.queryByRole('radio')).toBeNull()
})

it('the reporter’s category is taken up, its deadline is seen, and one tap files and dispatches', async () => {
  const { sent } = await opened({ ...submitted, allowed: ['fileCase', 'refuseCase'] }, { fileCase: () => ({ dueAt: NOW + 7_200_000 }) })
  expect(await screen.findByText('这是报告人选的类别。')).toBeInTheDocument()
  expect(screen.getByText(/现在派遣，物业须在今天（周二）14:00前回复/)).toBeInTheDocument()
  await press('立案并派遣')
  await waitFor(() => expect(sent('fileCase')).toEqual([{ caseId: 'c1', categoryCode: '0201', dispatch: true }]))
})

it('a report without a category is not filed before one is chosen', async () => {
  const { sent } = await opened({ ...submitted, summary: { ...submitted.summary, categoryCode: null }, allowed: ['fileCase'] }, { fileCase: () => ({ dueAt: null }) })
  await screen.findByRole('radio', { name: '乱堆物料' })
  await press('立案并派遣')
  expect(screen.getByText('请先选类别')).toBeInTheDocument()
  expect(sent('fileCase')).toEqual([])
  await choose('乱堆物料')
  await press('立案并派遣')
  await waitFor(() => expect(sent('fileCase')).toEqual([{ caseId: 'c1', categoryCode: '0203', dispatch: true }]))
})

it('nothing is refused without a reason; a common one is a tap', async () => {
  const { sent } = await opened({ ...submitted, allowed: ['fileCase', 'refuseCase'] }, { refuseCase: () => ({}) })
  await choose('不予立案')
  await press('不予立案')
  expect(screen.getByText('请写明理由')).toBeInTheDocument()
  expect(sent('refuseCase')).toEqual([])
  await press('不在立案范围内')
  await press('不予立案')
  await waitFor(() => expect(sent('refuseCase')).toEqual([{ caseId: 'c1', reason: '不在立案范围内' }]))
})

it('what was typed survives a send that fails, and the refusal stands in place', async () => {
  const { sent } = await opened({ ...submitted, allowed: ['refuseCase'] }, { refuseCase: () => { throw new Refused('BUSY', '办理的人较多，请稍后再试') } })
  await userEvent.type(screen.getByRole('textbox', { name: '不予立案的理由' }), '不是小区的路')
  await press('不予立案')
  expect(await screen.findByText('办理的人较多，请稍后再试')).toBeInTheDocument()
  expect(screen.getByRole('textbox', { name: '不予立案的理由' })).toHaveValue('不是小区的路')
  expect(sent('refuseCase')).toHaveLength(1)
})

it('a proposed finding is confirmed with the plan’s words, its points and a reason', async () => {
  const proposed = { findings: [{ kind: 'shirked' as const, status: 'proposed' as const, factAt: NOW, points: 200 }], allowed: ['decideFinding'] }
  const { sent } = await opened(proposed, { decideFinding: () => ({}) })
  expect(await screen.findByText(/^推诿案卷扣分：/)).toBeInTheDocument()
  await press('确认扣 2 分')
  expect(screen.getByText('请写明理由')).toBeInTheDocument()
  await press('情况属实')
  await press('确认扣 2 分')
  await waitFor(() => expect(sent('decideFinding')).toEqual([{ caseId: 'c1', finding: 'shirked', confirm: true, reason: '情况属实' }]))
})

it('a verification says how, what came of it and what was seen', async () => {
  const { sent } = await opened({ summary: { ...summary, state: 'answered' }, allowed: ['verifyCase'] }, { verifyCase: () => ({}) })
  await screen.findByRole('button', { name: '核查符合并结案' })
  // What it is held against stands there: the plan has no closing standard of its own.
  expect(await screen.findByText(/^立案条件已经不再成立，就符合。立案条件：小区内有/)).toBeInTheDocument()
  await press('核查符合并结案')
  expect(screen.getAllByText('请选择')).toHaveLength(2)
  await choose('现场核查')
  await choose('符合')
  await userEvent.type(screen.getByRole('textbox', { name: '看到的情况' }), '已干净')
  await press('核查符合并结案')
  await waitFor(() => expect(sent('verifyCase')).toEqual([{ caseId: 'c1', matches: true, method: 'onSite', text: '已干净', photos: [], close: true }]))
})

it('what is closed can only fail a further verification', async () => {
  const { sent } = await opened({ summary: { ...summary, state: 'closed' }, allowed: ['verifyCase'] }, { verifyCase: () => ({}) })
  expect(screen.queryByRole('radio', { name: '符合' })).toBeNull()
  await choose('看照片')
  await userEvent.type(screen.getByRole('textbox', { name: '看到的情况' }), '照片里还有垃圾')
  await press('核查不符，返工')
  await waitFor(() => expect(sent('verifyCase')).toMatchObject([{ matches: false, method: 'photos', close: false }]))
})

it('who manages an estate that has or had the case is told to leave it to others, in place of the steps', async () => {
  await opened({ standsBack: true, allowed: [], findings: [{ kind: 'shirked', status: 'proposed', factAt: NOW, points: -200 }] })
  expect(screen.getByText('您管理的小区办过这件案卷，审定请由其他同事处理。')).toBeInTheDocument()
  expect(screen.queryByText(/提出人不能自己确认/)).toBeNull()
})

it('the photos of the last words stand with them, and not again in the folded story', async () => {
  const told = { id: 'e2', type: 'verificationFailed', at: NOW - 60_000, role: 'office' as const, who: null, text: '还有垃圾', photos: ['https://x/found.jpg'], until: null, finding: null, estateName: null, mine: false }
  await opened({ summary: { ...summary, state: 'rework' }, timeline: [told], allowed: [] })
  await userEvent.click(screen.getByText('经过（1 步）'))
  expect(await screen.findByText('核查不通过，退回返工')).toBeInTheDocument()
  expect([...document.querySelectorAll('[src="https://x/found.jpg"]')]).toHaveLength(1)
})

it('who decides reads which words WeChat could not check', async () => {
  const said = { id: 'e0', type: 'submitted', at: NOW - 60_000, role: 'resident' as const, who: null, text: '垃圾没人清', photos: [], until: null, finding: null, estateName: null, mine: false }
  await opened({ ...submitted, timeline: [{ ...said, unchecked: true as const }, { ...said, id: 'e1', type: 'filed', text: '属实' }] })
  await userEvent.click(screen.getByText('经过（2 步）'))
  expect(await screen.findAllByText('（这段文字没有经过微信内容安全检查）')).toHaveLength(1)
})
