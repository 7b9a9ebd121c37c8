import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import { codeFrom, showCode } from '../../../domain/household/code'
import HouseholdsPage from '@/office/pages/households'
import { NOW, Refused, cloudAnswers, draw, hear } from '../support'
import { auditor, office } from './support'

const CODE = codeFrom('0102030405060708ff')
type Household = Actions['listHouseholds']['reply']['households'][number]
const at = (id: string, label: string, part: Partial<Household> = {}): Household => ({ id, label, status: 'occupied', members: 0, phones: 0, slip: null, ...part })
const roster = [at('h1', '3 幢 301', { slip: { issuedAt: NOW, isSpent: false } }), at('h2', '3 幢 501', { members: 2, phones: 1, slip: { issuedAt: NOW, isSpent: true } }), at('h3', '4 幢 101', { status: 'vacant' })]

async function opened(me = office, more: Parameters<typeof cloudAnswers>[0] = {}) {
  const calls = cloudAnswers({
    whoAmI: () => me, issueCode: ({ householdId }) => ({ runId: 'run1', code: CODE, label: roster.find(({ id }) => id === householdId)!.label, estateName: '锦绣花园' }), clearHousehold: () => ({ members: 2 }),
    listHouseholds: ({ building = '' }) => ({ households: roster.filter(({ label }) => label.startsWith(building)), total: roster.length, nextCursor: null }),
    recordConsent: () => ({}), ...more,
  })
  draw(<HouseholdsPage />)
  await screen.findByText('3 幢 301')
  return <K extends keyof Actions>(name: K) => calls.filter(({ action }) => action === name).map(({ request }) => request as Actions[K]['request'])
}
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))

it('each household is told by its room, how many are bound, and how its slip stands', async () => {
  await opened()
  const rows = screen.getAllByRole('button', { name: /幢/ }).map(({ textContent }) => textContent)
  expect(rows).toEqual(['3 幢 301有人住 · 没有人绑定绑定码未用', '3 幢 501有人住 · 已绑定 2 人绑定码已用', '4 幢 101空置 · 没有人绑定没发绑定码'])
})

it('a room is looked for by building and number; what is not there is said, with a way back to all', async () => {
  const sent = await opened()
  await userEvent.type(screen.getByRole('textbox', { name: '楼栋' }), ' 9 ')
  await press('查找')
  expect(await screen.findByText('没有这一户')).toBeInTheDocument()
  expect(sent('listHouseholds').at(-1)).toEqual({ estateId: 'jinxiu', building: '9' })
  await userEvent.click(screen.getAllByRole('button', { name: '看全部' })[0]!)
  expect(await screen.findByText('4 幢 101')).toBeInTheDocument()
})

it('another estate has another roster', async () => {
  const sent = await opened()
  await userEvent.click(screen.getByRole('radio', { name: '翠湖园' }))
  await waitFor(() => expect(sent('listHouseholds').at(-1)).toEqual({ estateId: 'cuihu' }))
})

it('a code is issued after a question that says what becomes of the old one, and is shown in groups of five', async () => {
  const sent = await opened()
  await press(/^3 幢 301/)
  jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true } as never)
  await press('发新的绑定码')
  expect(Taro.showModal).toHaveBeenLastCalledWith(expect.objectContaining({ content: expect.stringContaining('会马上作废') as string }))
  expect(sent('issueCode')).toEqual([])
  await press('发新的绑定码')
  expect(await screen.findByText(showCode(CODE))).toBeInTheDocument()
  expect(screen.getByText('有疑问请联系考核办：0573-1234')).toBeInTheDocument()
  expect(sent('issueCode')).toMatchObject([{ householdId: 'h1' }])
})

it('a slip that a second row has hidden is still there', async () => {
  await opened()
  await press(/^3 幢 301/)
  await press('发新的绑定码')
  await screen.findByText(showCode(CODE))
  await press(/^4 幢 101/)
  expect(screen.queryByText(showCode(CODE))).toBeNull()
  await press(/^3 幢 301/)
  expect(screen.getByText(showCode(CODE))).toBeInTheDocument()
})

it('the slip is copied whole, code and way', async () => {
  await opened()
  await press(/^4 幢 101/)
  await press('发绑定码')
  await userEvent.click(await screen.findByRole('button', { name: '复制文字' }))
  await waitFor(() => expect(Taro.setClipboardData).toHaveBeenCalledWith({ data: expect.stringMatching(new RegExp(`锦绣花园 4 幢 101\n${showCode(CODE)}\n1\\. `)) as string }))
  await hear('已复制')
})

it('an answer that was lost is asked for again under the same key: one slip, not two', async () => {
  let isLost = true
  const sent = await opened(office, { issueCode: () => {
    if (isLost) throw new Refused('BUSY', '办理的人较多，请稍后再试')
    return { runId: 'run1', code: CODE, label: '4 幢 101', estateName: '锦绣花园' }
  } })
  await press(/^4 幢 101/)
  await press('发绑定码')
  expect(await screen.findByText('办理的人较多，请稍后再试')).toBeInTheDocument()
  isLost = false
  await press('发绑定码')
  await screen.findByText(showCode(CODE))
  await press('写错了？再发一个')
  await waitFor(() => expect(sent('issueCode')).toHaveLength(3))
  const [first, second, third] = sent('issueCode').map(({ key }) => key)
  expect(first).toBe(second)
  expect(third).not.toBe(second)
})

it('who moved out is unbound with a reason and after a question', async () => {
  const sent = await opened()
  await press(/^3 幢 501/)
  await press('住户搬走了，清退绑定')
  await press('清退绑定')
  expect(screen.getByText('请写明理由')).toBeInTheDocument()
  await press('住户已搬走')
  jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true } as never)
  await press('清退绑定')
  expect(sent('clearHousehold')).toEqual([])
  await press('清退绑定')
  await waitFor(() => expect(sent('clearHousehold')).toEqual([{ householdId: 'h2', reason: '住户已搬走' }]))
  expect(await screen.findByText(/解除了 2 人的绑定/)).toBeInTheDocument()
})

it('the slip of a household that was cleared is shown no more', async () => {
  await opened()
  await press(/^3 幢 301/)
  await press('发新的绑定码')
  await screen.findByText(showCode(CODE))
  await press('住户搬走了，清退绑定')
  await press('租期已满')
  await press('清退绑定')
  await screen.findByText(/已清退/)
  expect(screen.queryByText(showCode(CODE))).toBeNull()
})

it('the status of a household is changed with a reason, and to another one', async () => {
  const sent = await opened(office, { setHouseholdStatus: () => ({}) })
  await press(/^4 幢 101/)
  await press('更改入住情况')
  await press('保存')
  expect(screen.getByText('请先选一个新的入住情况')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('radio', { name: '有人住' }))
  await press('保存')
  expect(screen.getByText('请写明理由')).toBeInTheDocument()
  await press('社区核实')
  await press('保存')
  await waitFor(() => expect(sent('setHouseholdStatus')).toEqual([{ householdId: 'h3', status: 'occupied', reason: '社区核实' }]))
  expect(await screen.findByText('入住情况已改成“有人住”。')).toBeInTheDocument()
})

it('the office goes on from here to the roster and to slips by the hundred', async () => {
  await opened()
  await press('导入名册')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/office/pages/roster/index?estateId=jinxiu' })
  await press('批量发码')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/office/pages/slips/index?estateId=jinxiu' })
})

it('where nobody is bound and nothing was issued there is nothing to clear', async () => {
  await opened()
  await press(/^4 幢 101/)
  expect(screen.getByRole('button', { name: '发绑定码' })).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /清退/ })).toBeNull()
})

it('the auditor reads and changes nothing', async () => {
  await opened(auditor)
  await press(/^3 幢 501/)
  expect(screen.getByText('登记手机号')).toBeInTheDocument()
  for (const name of [/^发.*绑定码$/, /清退/, '更改入住情况', '导入名册', '批量发码']) expect(screen.queryByRole('button', { name })).toBeNull()
})

it('an estate that one manages is not offered: its roster is for others', async () => {
  await opened({ ...office, person: { ...office.person!, grants: [...office.person!.grants, { role: 'manager', estateId: 'jinxiu', estateName: '锦绣花园' }] } })
  expect(screen.getAllByRole('radio').map((option) => option.getAttribute('aria-label'))).toEqual(['翠湖园'])
})
