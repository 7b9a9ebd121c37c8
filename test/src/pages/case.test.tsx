import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import CasePage from '@/pages/case'
import { setRouterParams } from '../../doubles/taro'
import { Refused, cloudAnswers, draw, readCase, resident, summary } from '../support'

beforeEach(() => setRouterParams({ id: 'c1' }))

const opened = async (part: Partial<typeof readCase>, more: Parameters<typeof cloudAnswers>[0] = {}) => {
  const calls = cloudAnswers({ whoAmI: () => resident, readCase: () => ({ ...readCase, ...part }), ...more })
  draw(<CasePage />)
  await screen.findByText(/编号 202611/)
  return calls
}

it.each([
  [['answerCase', 'requestTime'], '去回复', '/manager/pages/answer/index?id=c1'],
  [['fileCase', 'refuseCase'], '去办理', '/office/pages/decide/index?id=c1'],
  [['verifyCase', 'proposeFinding'], '去办理', '/office/pages/decide/index?id=c1'],
  [['decideRequest', 'answerCase'], '去办理', '/office/pages/decide/index?id=c1'],
  [['redirectCase'], '其他处理', '/office/pages/decide/index?id=c1'],
])('who may %j has one button, %s', async (allowed, words, url) => {
  await opened({ allowed })
  await userEvent.click(screen.getByRole('button', { name: words }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url })
})

it.each([
  [null, 'submitted', '受理后编号'],
  [null, 'withdrawn', null],
  ['202611-0007', 'dispatched', '编号 202611-0007'],
] as const)('a case whose number is %s, %s, is shown with %s', async (number, state, words) => {
  cloudAnswers({ whoAmI: () => resident, readCase: () => ({ ...readCase, summary: { ...summary, number, state } }) })
  draw(<CasePage />)
  await screen.findByText('经过')
  expect(screen.queryByText(/编号/)?.textContent ?? null).toBe(words)
})

it('who may do nothing is offered nothing', async () => {
  await opened({ allowed: [] })
  for (const name of ['去回复', '去办理', '其他处理', '撤回', /跟进/, '修好了', '没修好']) expect(screen.queryByRole('button', { name })).toBeNull()
})

it('a report is taken back only after a question', async () => {
  jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true } as never)
  const calls = await opened({ allowed: ['withdrawCase'] }, { withdrawCase: () => ({}) })
  await userEvent.click(screen.getByRole('button', { name: '撤回' }))
  expect(calls.some(({ action }) => action === 'withdrawCase')).toBe(false)
  await userEvent.click(screen.getByRole('button', { name: '撤回' }))
  await waitFor(() => expect(calls.find(({ action }) => action === 'withdrawCase')?.request).toEqual({ caseId: 'c1' }))
})

it('a report that neighbours have joined is not taken back, and the words stand on the page', async () => {
  await opened({ allowed: ['withdrawCase'] }, { withdrawCase: () => { throw new Refused('OTHERS_JOINED', '已有邻居一起反映了这个问题，不能撤回，考核办会继续处理') } })
  await userEvent.click(screen.getByRole('button', { name: '撤回' }))
  expect(await screen.findByText(/已有邻居一起反映了这个问题/)).toBeInTheDocument()
})

it.each([[[], 0], [['https://x/before.jpg'], 1]])('photos that are still being checked are told of (%j)', async (photosUnchecked, times) => {
  await opened({ photosUnchecked })
  expect(screen.queryAllByText('有 1 张照片还在做内容安全检查，通过以后邻居才看得到。')).toHaveLength(times)
})

it('a neighbour joins by a tap', async () => {
  const calls = await opened({ allowed: ['joinCase'], summary: { ...summary, mine: null } }, { joinCase: () => ({ caseId: 'c1', counted: false }) })
  await userEvent.click(screen.getByRole('button', { name: '我也遇到了，一起跟进' }))
  await waitFor(() => expect(calls.find(({ action }) => action === 'joinCase')?.request).toMatchObject({ caseId: 'c1' }))
})

it('only those who handle a case read what the next report would cost', async () => {
  await opened({ monthCount: 2 })
  expect(screen.queryByText(/反复性案卷/)).toBeNull()
  document.body.innerHTML = ''
  await opened({ monthCount: 2 }, { whoAmI: () => ({ ...resident, person: { ...resident.person!, grants: [{ role: 'manager', estateId: 'jinxiu', estateName: '锦绣花园' }] } }) })
  expect(await screen.findByText('同一问题本月第 2 次；到第 3 次，经考核办确认将按反复性案卷扣 2 分。')).toBeInTheDocument()
})
