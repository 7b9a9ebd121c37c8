import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import CasePage from '@/pages/case'
import { setRouterParams } from '../../doubles/taro'
import { NOW, Refused, cloudAnswers, draw, readCase, resident, summary } from '../support'

type ReadCase = Actions['readCase']['reply']
const DAY = 86_400_000
const asked = { askedAt: NOW - 60_000, said: null, rating: null, mayRate: true, canStill: true, until: null } as const
const answered: Partial<ReadCase> = { allowed: ['followUp'], summary: { ...summary, state: 'answered' }, photosAfter: ['https://x/after.jpg'], followUp: asked }

beforeEach(() => setRouterParams({ id: 'c1' }))

async function opened(part: Partial<ReadCase>, more: Parameters<typeof cloudAnswers>[0] = {}) {
  const calls = cloudAnswers({ whoAmI: () => resident, readCase: () => ({ ...readCase, ...part }), addQuota: () => ({}), readQuotas: () => ({ left: { caseProgress: 1 } }), followUp: () => ({}), addRemark: () => ({}), ...more })
  draw(<CasePage />)
  await screen.findByText(/编号 202611/)
  return calls
}
const requestOf = (calls: Awaited<ReturnType<typeof opened>>, action: keyof Actions) => calls.find((call) => call.action === action)?.request

it('the question stands with before and after side by side, once on the page', async () => {
  await opened(answered)
  expect(screen.getAllByText('处理前')).toHaveLength(1)
  expect(screen.getByRole('button', { name: /处理前照片 1\/1/ })).toBeInTheDocument()
  expect(screen.getByRole('button', { name: /处理后照片 1\/1/ })).toBeInTheDocument()
})

it('yes is one tap', async () => {
  const calls = await opened(answered)
  await userEvent.click(screen.getByRole('button', { name: '修好了' }))
  await waitFor(() => expect(requestOf(calls, 'followUp')).toEqual({ caseId: 'c1', fixed: true }))
})

it('no asks for a word or a photo about what is still wrong, and for nothing more', async () => {
  const calls = await opened(answered)
  await userEvent.click(screen.getByRole('button', { name: '没修好' }))
  expect(screen.getAllByText('处理前')).toHaveLength(1)
  await userEvent.click(screen.getByRole('button', { name: '告诉考核办：没修好' }))
  expect(screen.getByText('请写一句哪里还没修好，或拍一张现在的样子')).toBeInTheDocument()
  expect(requestOf(calls, 'followUp')).toBeUndefined()
  await userEvent.type(screen.getByRole('textbox', { name: '哪里还没修好' }), '只清了一半')
  await userEvent.click(screen.getByRole('button', { name: '告诉考核办：没修好' }))
  await waitFor(() => expect(requestOf(calls, 'followUp')).toEqual({ caseId: 'c1', fixed: false, text: '只清了一半', photos: [] }))
})

it('what was written about it survives a refusal', async () => {
  await opened(answered, { followUp: () => { throw new Refused('TEXT_REJECTED', '文字未通过内容安全检查，请修改后再提交') } })
  await userEvent.click(screen.getByRole('button', { name: '没修好' }))
  await userEvent.type(screen.getByRole('textbox', { name: '哪里还没修好' }), '只清了一半')
  await userEvent.click(screen.getByRole('button', { name: '告诉考核办：没修好' }))
  expect(await screen.findByText(/未通过内容安全检查/)).toBeInTheDocument()
  expect(screen.getByRole('textbox', { name: '哪里还没修好' })).toHaveValue('只清了一半')
})

it.each([
  ['rework', '您说：没修好。已退回物业重做，重新计时；改好以后会再请您看，考核人员会到现场看过才算完。'],
  ['reopened', '您说：没修好。您反映还没修好，工作人员会到现场看，看过再决定怎么办。'],
] as const)('after a no the page says what happens now (%s)', async (state, words) => {
  await opened({ allowed: [], summary: { ...summary, state }, followUp: { ...asked, said: 'unfixed', canStill: false } })
  expect(screen.getByText(words)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '修好了' })).toBeNull()
})

describe('how it was handled', () => {
  const fixed: Partial<ReadCase> = { ...answered, followUp: { ...asked, said: 'fixed' } }

  it('is asked after a yes, in five words, and sent as a figure', async () => {
    const calls = await opened(fixed)
    expect(screen.getAllByRole('radio').map(({ textContent }) => textContent)).toEqual(['很满意', '满意', '一般', '不满意', '很不满意'])
    await userEvent.click(screen.getByRole('radio', { name: '满意' }))
    await waitFor(() => expect(requestOf(calls, 'followUp')).toEqual({ caseId: 'c1', fixed: true, rating: 4 }))
  })

  it('once said is shown, and may be changed', async () => {
    await opened({ ...fixed, followUp: { ...asked, said: 'fixed', rating: 2 } })
    expect(screen.getByText('您的评价：不满意')).toBeInTheDocument()
    expect(screen.queryByRole('radio')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: '改一改' }))
    expect(screen.getByRole('radio', { name: '不满意' })).toHaveAttribute('aria-checked', 'true')
  })
})

it('who has said yes is thanked, and may still say otherwise until the day named', async () => {
  await opened({ ...answered, summary: { ...summary, state: 'closed' }, followUp: { ...asked, said: 'fixed', until: NOW + 3 * DAY } })
  expect(screen.getByText('您说过：修好了。谢谢！11月27日（周五）之前，又出现了还可以再说。')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '又出现了，或没修好？' }))
  expect(screen.getByRole('textbox', { name: '哪里还没修好' })).toBeInTheDocument()
})

it('whoever did not report it is asked nothing', async () => {
  await opened({ summary: { ...summary, state: 'answered', mine: null }, followUp: null })
  expect(screen.queryByText('修好了吗？')).toBeNull()
})

describe('more words while it is open', () => {
  it('are sent with one key, also when they are sent again', async () => {
    let tries = 0
    const calls = await opened({ allowed: ['addRemark'] }, { addRemark: () => { if ((tries += 1) === 1) throw new Refused('BUSY', '办理的人较多，请稍后再试'); return {} } })
    await userEvent.click(screen.getByRole('button', { name: '补充照片或说明' }))
    await userEvent.type(screen.getByRole('textbox', { name: '想补充什么' }), '晚上味道更大')
    await userEvent.click(screen.getByRole('button', { name: '补充' }))
    await screen.findByText(/办理的人较多/)
    await userEvent.click(screen.getByRole('button', { name: '补充' }))
    await waitFor(() => expect(tries).toBe(2))
    const [first, second] = calls.filter(({ action }) => action === 'addRemark').map(({ request }) => request as Actions['addRemark']['request'])
    expect(first).toMatchObject({ caseId: 'c1', text: '晚上味道更大', photos: [] })
    expect(second).toEqual(first)
  })

  it('are not offered where no more are allowed', async () => {
    await opened({ allowed: [], remarksLeft: 0 })
    expect(screen.queryByRole('button', { name: '补充照片或说明' })).toBeNull()
  })
})

describe('asked whether we may send news', () => {
  const neighbour = { allowed: ['joinCase'], summary: { ...summary, mine: null } }
  const join = async (left: number) => {
    const calls = await opened(neighbour, { readQuotas: () => ({ left: { caseProgress: left } }), joinCase: () => ({ caseId: 'c1', counted: false }) })
    await waitFor(() => expect(calls.some(({ action }) => action === 'readQuotas')).toBe(true))
    await userEvent.click(screen.getByRole('button', { name: '我也遇到了，一起跟进' }))
    await waitFor(() => expect(calls.some(({ action }) => action === 'joinCase')).toBe(true))
  }

  it('whoever joins and has no message left', async () => {
    await join(0)
    expect(Taro.requestSubscribeMessage).toHaveBeenCalledTimes(1)
  })
  it('not whoever has one left', async () => {
    await join(1)
    expect(Taro.requestSubscribeMessage).not.toHaveBeenCalled()
  })
  it('not again on the day of a no', async () => {
    jest.mocked(Taro.requestSubscribeMessage).mockResolvedValueOnce({ LINJING_CASE_PROGRESS: 'reject' } as never)
    await join(0)
    document.body.innerHTML = ''
    await join(0)
    expect(Taro.requestSubscribeMessage).toHaveBeenCalledTimes(1)
  })
})
