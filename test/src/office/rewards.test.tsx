import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import OfficeRewardsPage from '@/office/pages/rewards'
import { NOW, cloudAnswers, draw, hear } from '../support'

const standing = (estateId: string, estateName: string, rank: number): Actions['readRewards']['reply']['standings'][number] => ({
  estateId, estateName, rank, decidedBy: null, longTermPoints: 9500, propertyPoints: 9500, bonusPoints: 0, compositePoints: 9500, marginPoints: 0, overdue: 0, deductionsPoints: 500, satisfaction: null,
})
const rewards: Actions['readRewards']['reply'] = {
  year: 2026, stage: 'forecast', undecidedTie: [], tiers: [{ id: 'first', name: '一等奖', places: 1, amountFen: 300_000 }],
  awards: [{ estateId: 'a', estateName: '甲园', tier: 'first', amountFen: 300_000, rank: 1, reason: '综合得分第 1 名', marginPoints: 40 }],
  standings: [standing('a', '甲园', 1), standing('b', '乙园', 1), standing('c', '丙园', 3)], allocatedAt: null, publicityEndsAt: null, confirmedAt: null, unbookable: [], without: null, canAllocate: true, canConfirm: false, standsBack: false, payoutNote: '由物业制表',
}
const opened = async (part: Partial<typeof rewards>, more: Parameters<typeof cloudAnswers>[0] = {}) => {
  const calls = cloudAnswers({ readRewards: () => ({ ...rewards, ...part }), allocateRewards: () => ({ publicityEndsAt: NOW }), recordDraw: () => ({}), confirmRewards: () => ({}), ...more })
  draw(<OfficeRewardsPage />)
  await screen.findByText('一等奖')
  return (action: keyof Actions) => calls.filter((call) => call.action === action).map(({ request }) => request)
}

it('the awards are allocated only after a question', async () => {
  jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true } as never)
  const sent = await opened({})
  await userEvent.click(screen.getByRole('button', { name: '分配并开始公示' }))
  expect(sent('allocateRewards')).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: '分配并开始公示' }))
  await waitFor(() => expect(sent('allocateRewards')).toEqual([{ year: 2026 }]))
  await hear('已分配，开始公示')
})

it('while a tie stands nothing is allocated; the drawn order is moved by taps and recorded once', async () => {
  const sent = await opened({ undecidedTie: ['甲园', '乙园'], awards: [] })
  expect(screen.queryByRole('button', { name: '分配并开始公示' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: '乙园往前移' }))
  await userEvent.type(screen.getByRole('textbox', { name: '抽签说明' }), '三方见证')
  await userEvent.click(screen.getByRole('button', { name: '登记抽签结果' }))
  await waitFor(() => expect(sent('recordDraw')).toEqual([{ year: 2026, order: ['b', 'a'], note: '三方见证' }]))
})

it('a further draw begins with what was drawn before, in the order drawn', async () => {
  const parted = { ...standing('b', '乙园', 2), decidedBy: 'recordedDraw' as const }
  const sent = await opened({ undecidedTie: ['丙园', '丁园'], awards: [], standings: [standing('a', '甲园', 1), parted, standing('c', '丙园', 3), standing('d', '丁园', 3), standing('e', '戊园', 5)] })
  await userEvent.click(screen.getByRole('button', { name: '丁园往前移' }))
  await userEvent.type(screen.getByRole('textbox', { name: '抽签说明' }), '第二次')
  await userEvent.click(screen.getByRole('button', { name: '登记抽签结果' }))
  await waitFor(() => expect(sent('recordDraw')).toEqual([{ year: 2026, order: ['a', 'b', 'd', 'c'], note: '第二次' }]))
})

it('what was recorded or confirmed is told at the head of the year, outlives its form, and is not told of another year', async () => {
  let part: Partial<typeof rewards> = { undecidedTie: ['甲园', '乙园'], awards: [] }
  await opened({}, { readRewards: ({ year = 2026 }) => ({ ...rewards, year, ...part }), recordDraw: () => { part = {}; return {} }, confirmRewards: () => { part = { stage: 'confirmed', canAllocate: false }; return {} } })
  await userEvent.type(screen.getByRole('textbox', { name: '抽签说明' }), '三方见证')
  await userEvent.click(screen.getByRole('button', { name: '登记抽签结果' }))
  await screen.findByRole('button', { name: '分配并开始公示' })
  await hear('抽签结果已登记')
  expect(screen.queryByRole('textbox', { name: '抽签说明' })).toBeNull()
  expect(Taro.pageScrollTo).toHaveBeenCalledWith({ scrollTop: 0 })
  await userEvent.click(screen.getByRole('tab', { name: '去年（2025）' }))
  expect(await screen.findByText('2025年度')).toBeInTheDocument()
  expect(screen.queryByText('抽签结果已登记')).toBeNull()
})

it('that the awards are settled is told once they are', async () => {
  await opened({ stage: 'publicity', canAllocate: false, canConfirm: true })
  await userEvent.click(screen.getByRole('button', { name: '确定奖励' }))
  await hear('奖励已确定')
})

it('who allocated does not confirm', async () => {
  await opened({ stage: 'publicity', canAllocate: false, allocatedAt: NOW - 900_000_000, publicityEndsAt: NOW - 1000 })
  expect(screen.getByText(/须由另一位同事确定/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '确定奖励' })).toBeNull()
})

it('who manages an estate is told to leave the rewards to others, and is offered neither draw nor allocation', async () => {
  await opened({ standsBack: true, canAllocate: false, undecidedTie: ['甲园', '乙园'] })
  expect(screen.getByText('您也管理小区，奖励的抽签、分配和确定请由其他同事处理。')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /登记抽签|分配|往前移/ })).toBeNull()
})

it('a case that cannot be booked is shown with its reason, and the awards go on without it only with a reason that is made public', async () => {
  const sent = await opened({ unbookable: [{ caseId: 'c9', number: '202611-0009', cause: 'calendarMissing', detail: '2027', since: NOW }] })
  expect(screen.getByText('缺 2027 年的工作日历，请先导入')).toBeInTheDocument()
  const button = screen.getByRole('button', { name: '不计入这几件，分配并开始公示' })
  await userEvent.click(button)
  expect(sent('allocateRewards')).toEqual([])
  await userEvent.type(screen.getByRole('textbox', { name: '为什么不计入' }), '日历未到')
  await userEvent.click(screen.getByRole('button', { name: '不计入这几件，分配并开始公示' }))
  await waitFor(() => expect(sent('allocateRewards')).toEqual([{ year: 2026, without: { caseIds: ['c9'], reason: '日历未到' } }]))
})

it('what was left out of an allocation is read by everybody', async () => {
  await opened({ stage: 'publicity', canAllocate: false, allocatedAt: NOW, publicityEndsAt: NOW + 1000, without: { numbers: ['202611-0009'], reason: '记录损坏' } })
  expect(screen.getByText('这次分配没有计入案卷 202611-0009：记录损坏')).toBeInTheDocument()
})
