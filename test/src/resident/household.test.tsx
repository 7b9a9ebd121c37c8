import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import HouseholdPage from '@/resident/pages/household'
import { setRouterParams } from '../../doubles/taro'
import { NOW, Refused, cloudAnswers, draw, hear } from '../support'

const DAY = 86_400_000
const household = { id: 'h1', estateId: 'jinxiu', estateName: '锦绣花园', label: '3 幢 2 单元 501', relation: 'lives' } as const
const members: Actions['readHousehold']['reply']['members'] = [
  { id: 'm1', mine: true, relation: 'lives', since: NOW - 30 * DAY, by: 'code', removable: false },
  { id: 'm2', mine: false, relation: 'relative', since: NOW - DAY, by: 'invitation', removable: true },
]

beforeEach(() => setRouterParams({ id: 'h1' }))

async function opened(more: Parameters<typeof cloudAnswers>[0] = {}, mayInvite = true) {
  const calls = cloudAnswers({ readHousehold: () => ({ household, members, mayInvite }), ...more })
  draw(<HouseholdPage />)
  await screen.findByText('锦绣花园 3 幢 2 单元 501')
  return calls
}
const answered = (calls: Awaited<ReturnType<typeof opened>>, action: keyof Actions) => calls.filter((call) => call.action === action).map(({ request }) => request)

it('members are numbered and never named', async () => {
  await opened()
  expect(screen.getByText('家人 1（我）')).toBeInTheDocument()
  expect(screen.getByText('家人 2')).toBeInTheDocument()
  expect(screen.getByText('是家人，不住这里 · 昨天（周一）受家人邀请绑定')).toBeInTheDocument()
})

it('only who may be removed can be, and after a question', async () => {
  const calls = await opened({ removeMember: () => ({}) })
  expect(screen.queryByRole('button', { name: '移除家人 1' })).toBeNull()
  jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true } as never)
  await userEvent.click(screen.getByRole('button', { name: '移除家人 2' }))
  expect(answered(calls, 'removeMember')).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: '移除家人 2' }))
  await waitFor(() => expect(answered(calls, 'removeMember')).toEqual([{ householdId: 'h1', memberId: 'm2' }]))
})

it('that a member is removed is told above those who are left', async () => {
  let left = [...members, { ...members[1]!, id: 'm3' }]
  await opened({ readHousehold: () => ({ household, members: left, mayInvite: true }), removeMember: () => { left = members.slice(0, 2); return {} } })
  await userEvent.click(screen.getByRole('button', { name: '移除家人 3' }))
  await hear('已移除，对方会收到一条消息。')
  expect(await screen.findByText('绑定了 2 人')).toBeInTheDocument()
})

it('an invitation that failed is asked for again with the same key; the next one has its own', async () => {
  let tries = 0
  const calls = await opened({
    inviteToHousehold: () => {
      if ((tries += 1) === 1) throw new Refused('BUSY', '办理的人较多，请稍后再试')
      return { code: 'N3CEW891MK', expiresAt: NOW + DAY }
    },
  })
  await userEvent.click(screen.getByRole('radio', { name: '不住在一起的家人' }))
  await userEvent.click(screen.getByRole('button', { name: '生成邀请码' }))
  await screen.findByText(/办理的人较多/)
  await userEvent.click(screen.getByRole('button', { name: '生成邀请码' }))
  expect(await screen.findByText('N3CEW-891MK')).toBeInTheDocument()
  expect(screen.getByText(/明天（周三）10:00前有效，只能用一次/)).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '再邀请一位' }))
  await userEvent.click(screen.getByRole('button', { name: '生成邀请码' }))
  await waitFor(() => expect(tries).toBe(3))
  const keys = answered(calls, 'inviteToHousehold').map((request) => (request as Actions['inviteToHousehold']['request']).key)
  expect(keys[0]).toBe(keys[1])
  expect(keys[2]).not.toBe(keys[1])
})

it('the code can be copied and sent on', async () => {
  await opened({ inviteToHousehold: () => ({ code: 'N3CEW891MK', expiresAt: NOW + DAY }) })
  await userEvent.click(screen.getByRole('button', { name: '生成邀请码' }))
  await userEvent.click(await screen.findByRole('button', { name: '复制邀请码' }))
  await waitFor(() => expect(Taro.setClipboardData).toHaveBeenCalledWith({ data: 'N3CEW-891MK' }))
  await hear('邀请码已复制')
  expect(screen.getByRole('button', { name: '发给微信里的家人' })).toBeInTheDocument()
})

it('whoever may not invite is not offered it', async () => {
  await opened({}, false)
  expect(screen.queryByText('邀请家人')).toBeNull()
})

it('who has moved out unbinds after a question, and is told what to do in the new home', async () => {
  const calls = await opened({ leaveHousehold: () => ({}) })
  await userEvent.click(screen.getByRole('button', { name: '解除我的绑定' }))
  expect(await screen.findByText('已解除与锦绣花园 3 幢 2 单元 501的绑定。')).toBeInTheDocument()
  expect(answered(calls, 'leaveHousehold')).toEqual([{ householdId: 'h1' }])
  expect(screen.getByText(/更换小区/)).toBeInTheDocument()
})
