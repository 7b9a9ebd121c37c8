import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import DraftsPage from '@/pages/drafts'
import ReportPage from '@/pages/report'
import { Outbox } from '@/domainViews/Outbox'
import { newReport, type KeptReport } from '@/services/reports/keptReport'
import { sendWaiting } from '@/services/reports/outbox'
import { tellOutbox } from '@/services/reports/outboxState'
import { allReports, findReport, keepReport, openReports } from '@/services/reports/reportStore'
import { heardFromServer } from '@/services/serverNow'
import { setRouterParams } from '../../doubles/taro'
import { NOW, cloudAnswers, draw, hear, resident } from '../support'

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const cloud = (answers: Parameters<typeof cloudAnswers>[0] = {}) => cloudAnswers({ whoAmI: () => resident, findSameProblems: () => ({ cases: [], near: [] }), ...answers })
function kept(part: Partial<KeptReport>): KeptReport {
  const report = { ...newReport({ personId: 'p1', estateId: 'jinxiu', spotId: 'bins', changedAt: NOW }), text: '井盖坏了', ...part }
  keepReport(report)
  return report
}
beforeEach(() => {
  tellOutbox({ arrived: [], news: [] })
  heardFromServer(NOW)
  setRouterParams({})
})

it('a new report is a new draft; who leaves finds both again', async () => {
  cloud()
  for (const text of ['第一件事', '第二件事']) {
    const page = draw(<ReportPage />)
    await userEvent.click(await screen.findByRole('button', { name: '没有照片，先跳过' }))
    await userEvent.click(screen.getByRole('radio', { name: '南大门' }))
    await userEvent.type(await screen.findByRole('textbox', { name: '出了什么问题' }), text)
    page.unmount()
  }
  openReports()
  draw(<DraftsPage />)
  expect(await screen.findByText('第一件事')).toBeInTheDocument()
  expect(screen.getByText('第二件事')).toBeInTheDocument()
  expect(screen.getAllByText(/锦绣花园 南大门 · 刚刚/)).toHaveLength(2)
})

it('who only looks in leaves no draft behind', async () => {
  cloud()
  const page = draw(<ReportPage />)
  await userEvent.click(await screen.findByRole('button', { name: '没有照片，先跳过' }))
  page.unmount()
  openReports()
  expect(allReports()).toEqual([])
})

it('a draft goes on where it was left', async () => {
  const { key } = kept({ step: 'what' })
  setRouterParams({ draft: key })
  cloud()
  draw(<ReportPage />)
  expect(await screen.findByRole('textbox', { name: '出了什么问题' })).toHaveValue('井盖坏了')
})

it('a draft is opened and deleted by buttons, deleted only when the person is sure', async () => {
  const { key } = kept({})
  cloud()
  draw(<DraftsPage />)
  await userEvent.click(await screen.findByRole('button', { name: '继续写' }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/pages/report/index?draft=${key}` })
  jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true } as never)
  await press('删除')
  expect(findReport(key)).toBeDefined()
  await press('删除')
  expect(await screen.findByText('没有草稿')).toBeInTheDocument()
  expect(findReport(key)).toBeUndefined()
})

it('with fifty drafts nothing is deleted in silence: the oldest is offered, and then there is room', async () => {
  const [oldest] = Array.from({ length: 50 }, (_, index) => kept({ text: `第 ${index + 1} 份`, changedAt: NOW + index }))
  cloud()
  draw(<ReportPage />)
  expect(await screen.findByText(/草稿已有 50 份，存满了/)).toBeInTheDocument()
  expect(screen.getByText('第 1 份')).toBeInTheDocument()
  expect(allReports()).toHaveLength(50)
  await press('删掉最早的这一份')
  expect(await screen.findByText('先拍张照片')).toBeInTheDocument()
  expect(findReport(oldest!.key)).toBeUndefined()
  expect(allReports()).toHaveLength(49)
})

it('the fiftieth draft itself is written on', async () => {
  const drafts = Array.from({ length: 50 }, (_, index) => kept({ changedAt: NOW + index }))
  setRouterParams({ draft: drafts[7]!.key })
  cloud()
  draw(<ReportPage />)
  expect(await screen.findByText('先拍张照片')).toBeInTheDocument()
})

it('home shows what waits, why, and what can be done', async () => {
  const { key } = kept({ state: 'waiting', trouble: { words: '网络不通。', step: 'send' } })
  const calls = cloud({ reportCase: () => ({ caseId: 'c1', number: null, joinedInstead: false }) })
  draw(<Outbox person={{ id: 'p1' }} estates={resident.estates} />)
  expect(screen.getByText('待发送 1 件')).toBeInTheDocument()
  expect(screen.getByText('还没发出：网络不通。')).toBeInTheDocument()
  expect(screen.getByText('锦绣花园 垃圾分类亭 · 刚刚')).toBeInTheDocument()
  await press('立即再试')
  await waitFor(() => expect(screen.queryByText('待发送 1 件')).not.toBeInTheDocument())
  expect(calls.filter(({ action }) => action === 'reportCase').map(({ request }) => (request as { key: string }).key)).toEqual([key])
})

it('a report that arrives on its own is told among the reports of this phone until one opens its case', async () => {
  kept({ state: 'waiting' })
  cloud({ reportCase: () => ({ caseId: 'c5', number: null, joinedInstead: false }) })
  const home = draw(<Outbox person={{ id: 'p1' }} estates={resident.estates} />)
  await act(sendWaiting)
  await hear('您的报告已发出，考核办会先看一看。')
  home.unmount()
  draw(<DraftsPage />)
  await hear('您的报告已发出，考核办会先看一看。')
  await press('看这一件的进展')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/case/index?id=c5' })
  expect(screen.queryByText(/您的报告已发出/)).toBeNull()
})

it('that a report has joined a neighbour’s is told with what may have been lost of it, and goes when one has read it', async () => {
  kept({ state: 'waiting', sentBefore: 'changed' })
  cloud({ reportCase: () => ({ caseId: 'c6', number: '202611-0006', joinedInstead: true }) })
  const { container } = draw(<Outbox person={{ id: 'p1' }} estates={resident.estates} />)
  await act(sendWaiting)
  await hear('您的报告已发出，加入了邻居报的那一件。')
  await hear(/您在重发前改过内容/)
  await press('知道了')
  expect(container).toBeEmptyDOMElement()
})

it('another person on the same phone is told nothing of what arrived', async () => {
  kept({ state: 'waiting' })
  cloud({ reportCase: () => ({ caseId: 'c7', number: null, joinedInstead: false }) })
  const { container } = draw(<Outbox person={{ id: 'p2' }} estates={resident.estates} />)
  await act(sendWaiting)
  expect(container).toBeEmptyDOMElement()
})

it('what waits can be changed: it is a draft again, with its key', async () => {
  const { key } = kept({ state: 'waiting', trouble: { words: '网络不通。', step: 'send' } })
  cloud()
  draw(<Outbox person={{ id: 'p1' }} estates={resident.estates} />)
  await press('改一改')
  expect(findReport(key)).toMatchObject({ state: 'draft', key, step: 'send', trouble: null })
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/pages/report/index?draft=${key}` })
  expect(screen.getByText('没写完的报告 1 份')).toBeInTheDocument()
})

it('of what may have arrived the person is told before deleting it', async () => {
  kept({ state: 'waiting', sentBefore: 'same', trouble: { words: '没有及时回应。', step: 'send' } })
  cloud()
  draw(<Outbox person={{ id: 'p1' }} estates={resident.estates} />)
  await press('删除')
  expect(Taro.showModal).toHaveBeenCalledWith(expect.objectContaining({ content: expect.stringContaining('也许已经发到了') as string }))
})

it('another person’s reports are shown to nobody else', () => {
  kept({ personId: 'p2', state: 'waiting' })
  kept({ personId: 'p2' })
  const { container } = draw(<Outbox person={{ id: 'p1' }} estates={resident.estates} />)
  expect(container).toBeEmptyDOMElement()
})
