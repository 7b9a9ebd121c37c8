import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import RegistersPage from '@/office/pages/registers'
import AuditorHome from '@/pages/home/AuditorHome'
import OfficeHome from '@/pages/home/OfficeHome'
import { setRouterParams } from '../../doubles/taro'
import { NOW, cloudAnswers, draw } from '../support'
import { auditor, office } from './support'

const desk = (part: Partial<Actions['readDesk']['reply']> = {}): Actions['readDesk']['reply'] => ({ waiting: [{ kind: 'toFile', count: 2, oldestAt: NOW }], clock: { state: 'well', beganAt: NOW, endedAt: NOW, jobs: [], backlog: null }, unmanaged: [], unreachable: [], unbookable: [], photosToDecide: 0, ...part })
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))

it('what the office did on households is told with who, when and why', async () => {
  setRouterParams({})
  const act = { at: NOW, who: '周主任', estateName: '锦绣花园', label: '3 幢 501' }
  cloudAnswers({ listHouseholdActs: () => ({ acts: [{ ...act, id: 'a1', kind: 'cleared', reason: '住户已搬走', members: 2 }, { ...act, id: 'a2', kind: 'codeReplaced', reason: '', members: 0 }], nextCursor: null }) })
  draw(<RegistersPage />)
  expect(await screen.findByText('锦绣花园 3 幢 501：清退绑定（2 人）')).toBeInTheDocument()
  expect(screen.getByText('今天（周二）10:00 · 周主任。理由：住户已搬走')).toBeInTheDocument()
  expect(screen.getByText('锦绣花园 3 幢 501：补发绑定码，旧码作废')).toBeInTheDocument()
})

it('the auditor reads every look of the town, and opens its case', async () => {
  setRouterParams({ of: 'unmaskings' })
  const calls = cloudAnswers({ listUnmaskings: () => ({ unmaskings: [{ id: 'u1', at: NOW, who: '周主任', reason: '需要上门核实', caseId: 'c1', caseNumber: '202611-0007' }], nextCursor: null }) })
  draw(<RegistersPage />)
  await userEvent.click(await screen.findByText('周主任 查看了案卷 202611-0007 的报告人'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/case/index?id=c1' })
  expect(calls).toMatchObject([{ action: 'listUnmaskings', request: { scope: 'all' } }])
})

it('a look from before the filing names no number', async () => {
  setRouterParams({ of: 'unmaskings' })
  cloudAnswers({ listUnmaskings: () => ({ unmaskings: [{ id: 'u1', at: NOW, who: '周主任', reason: '需要上门核实', caseId: 'c1', caseNumber: null }], nextCursor: null }) })
  draw(<RegistersPage />)
  expect(await screen.findByText('周主任 查看了一件当时未立案举报的报告人')).toBeInTheDocument()
})

it('photos that wait stand among what waits for the office, and are counted with it', async () => {
  cloudAnswers({ whoAmI: () => office, readDesk: () => desk({ photosToDecide: 3 }) })
  draw(<OfficeHome me={office} />)
  expect(await screen.findByText('5 件等您办理')).toBeInTheDocument()
  await press(/^待审看照片/)
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/office/pages/photos/index' })
})

it('where only photos wait, not everything is done', async () => {
  cloudAnswers({ whoAmI: () => office, readDesk: () => desk({ waiting: [{ kind: 'toFile', count: 0, oldestAt: null }], photosToDecide: 1 }) })
  draw(<OfficeHome me={office} />)
  expect(await screen.findByText('1 件等您办理')).toBeInTheDocument()
  expect(screen.queryByText('都办完了')).toBeNull()
  expect(screen.getByText('没有等待的：待立案、调查加分待复核、调查留言待审看')).toBeInTheDocument()
})

const MINUTES = 60_000
it.each([
  ['well', { endedAt: NOW }, /^计时、提醒和入账正常，刚刚运行过$/],
  ['behind', { jobs: ['bookCases', 'sendNotices'] }, /^计时正常。事情较多，扣分入账、发消息还没做完/],
  ['failing', { jobs: ['runSurveys'] }, /^计时程序在运行，但满意率调查有没做成的，每分钟重试/],
  ['cutShort', { endedAt: NOW - 5 * MINUTES }, /^计时程序每分钟都在运行，但从 5 分钟前起没有做完过一轮/],
  ['cutShort', { endedAt: null }, /^计时程序每分钟都在运行，但还没有做完过一轮/],
  ['stopped', { beganAt: NOW - 9 * MINUTES }, /^计时程序没有运行，上次运行是 9 分钟前。提醒和扣分入账已停/],
  ['stopped', { beganAt: null }, /^计时程序没有运行，还没有运行过/],
] as const)('the office reads what is true of a clock that is %s', async (state, part, words) => {
  cloudAnswers({ whoAmI: () => office, readDesk: () => desk({ clock: { state, beganAt: NOW, endedAt: NOW, backlog: null, ...part, jobs: 'jobs' in part ? [...part.jobs] : [] } }) })
  draw(<OfficeHome me={office} />)
  expect(await screen.findByText(words)).toBeInTheDocument()
  expect(screen.queryByText(/条消息在排队/)).toBeNull()
})

it('the office reads how many messages wait and how old the oldest is, and that deadlines go first', async () => {
  cloudAnswers({ whoAmI: () => office, readDesk: () => desk({ clock: { state: 'well', beganAt: NOW, endedAt: NOW, jobs: [], backlog: { count: 7517, oldestAt: NOW - 35 * MINUTES } } }) })
  draw(<OfficeHome me={office} />)
  expect(await screen.findByText('有 7517 条消息在排队，最早的一条是 35 分钟前的。时限提醒排在最前；消息页里都已经能看到。')).toBeInTheDocument()
})

it.each([
  [/^查看身份记录/, '/office/pages/registers/index?of=unmaskings'],
  [/^住户办理记录/, '/office/pages/registers/index'],
  [/^住户 ?各户/, '/office/pages/households/index'],
])('the auditor’s home opens %s', async (words, url) => {
  cloudAnswers({ whoAmI: () => auditor, readDesk: () => desk() })
  draw(<AuditorHome me={auditor} />)
  await press(words)
  await waitFor(() => expect(Taro.navigateTo).toHaveBeenCalledWith({ url }))
})
