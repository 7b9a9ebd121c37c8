import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { codeFrom, showCode } from '../../../domain/household/code'
import { sceneOf } from '../../../domain/household/scene'
import BindPage from '@/resident/pages/bind'
import { forgetSaid, saidOf } from '@/services/privacy/ledger'
import { setPhoneCode } from '../../doubles/components'
import { setRouterParams } from '../../doubles/taro'
import { Refused, cloudAnswers, draw, resident } from '../support'

const CODE = codeFrom('0102030405060708ff')
const household = { id: 'h1', estateId: 'jinxiu', estateName: '锦绣花园', label: '3 幢 2 单元 501', relation: 'lives' } as const

beforeEach(() => setRouterParams({}))

function opened(more: Parameters<typeof cloudAnswers>[0] = {}) {
  const calls = cloudAnswers({ whoAmI: () => resident, bindHousehold: () => ({ household }), bindByPhone: () => ({ household, choose: [] }), recordConsent: () => ({}), ...more })
  draw(<BindPage />)
  return { bindings: () => calls.filter(({ action }) => action === 'bindHousehold' || action === 'bindByPhone') }
}
const field = () => screen.getByRole('textbox', { name: '绑定码' })
const bind = () => userEvent.click(screen.getByRole('button', { name: '绑定' }))

it.each([['small letters and no dash', CODE.toLowerCase()], ['blanks between', CODE.split('').join(' ')], ['full width', [...CODE].map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join('')]])('a code typed with %s is understood', async (_, typed) => {
  const { bindings } = opened()
  await userEvent.type(field(), typed)
  expect(screen.getByText(showCode(CODE))).toBeInTheDocument()
  await bind()
  expect(await screen.findByText('已绑定：锦绣花园 3 幢 2 单元 501')).toBeInTheDocument()
  expect(bindings()[0]).toMatchObject({ action: 'bindHousehold', request: { code: CODE, relation: 'lives' } })
})

it('one wrong letter is told at once, and costs no try', async () => {
  const { bindings } = opened()
  const wrong = (CODE[0] === 'A' ? 'B' : 'A') + CODE.slice(1)
  await userEvent.type(field(), wrong)
  expect(screen.getByText(/有一两位不对/)).toBeInTheDocument()
  await bind()
  expect(bindings()).toHaveLength(0)
})

it('a code that is not finished is not called wrong, but is not sent either', async () => {
  const { bindings } = opened()
  await userEvent.type(field(), CODE.slice(0, 7))
  expect(screen.queryByRole('alert')).toBeNull()
  expect(screen.getByText('还差 3 位')).toBeInTheDocument()
  await bind()
  expect(screen.getByText('还差 3 位，绑定码一共 10 位')).toBeInTheDocument()
  expect(bindings()).toHaveLength(0)
})

it('tries that are used up leave what was typed, and say until when', async () => {
  opened({ bindHousehold: () => { throw new Refused('TRIES_USED', '一小时内已有 5 次没有对上。请在 11:20 以后再试') } })
  await userEvent.type(field(), CODE)
  await bind()
  expect(await screen.findByText(/请在 11:20 以后再试/)).toBeInTheDocument()
  expect(field()).toHaveValue(CODE)
})

it('the code of a scanned slip is filled in, and bound by a tap only', async () => {
  setRouterParams({ scene: encodeURIComponent(sceneOf(CODE)) })
  const { bindings } = opened()
  expect(field()).toHaveValue(CODE)
  expect(bindings()).toHaveLength(0)
  await userEvent.click(screen.getByRole('radio', { name: '我是家人，不住这里' }))
  await bind()
  await waitFor(() => expect(bindings()[0]).toMatchObject({ request: { code: CODE, relation: 'relative' } }))
})

it.each([
  ['our own code', { path: `resident/pages/bind/index?scene=${encodeURIComponent(sceneOf(CODE))}`, result: '' }],
  ['plain words', { result: showCode(CODE) }],
])('the camera reads %s', async (_, seen) => {
  opened()
  jest.mocked(Taro.scanCode).mockResolvedValueOnce(seen as never)
  await userEvent.click(screen.getByRole('button', { name: '扫纸条上的二维码' }))
  expect(await screen.findByText(showCode(CODE))).toBeInTheDocument()
})

describe('by phone number', () => {
  it('is asked for with its reason first; who says no is shown the other ways', async () => {
    forgetSaid()
    const { bindings } = opened()
    await userEvent.click(screen.getByRole('button', { name: '用登记的手机号绑定' }))
    const sheet = await screen.findByRole('dialog', { name: '需要您同意：手机号' })
    expect(sheet).toHaveTextContent(/物业看不到/)
    await userEvent.click(screen.getByRole('button', { name: '不同意' }))
    expect(await screen.findByRole('dialog', { name: '没有使用手机号' })).toHaveTextContent(/绑定码/)
    expect(bindings()).toHaveLength(0)
  })

  it('one household is bound at once', async () => {
    setPhoneCode('wx-code')
    const { bindings } = opened()
    await userEvent.click(screen.getByRole('button', { name: '让微信提供手机号' }))
    expect(await screen.findByText('已绑定：锦绣花园 3 幢 2 单元 501')).toBeInTheDocument()
    expect(bindings()[0]?.request).toEqual({ phoneCode: 'wx-code', relation: 'lives' })
  })

  it('of several the person says which; WeChat’s code is not used twice', async () => {
    setPhoneCode('wx-code')
    const choose = [{ id: 'h1', estateName: '锦绣花园', label: '1 幢 2 单元 501' }, { id: 'h2', estateName: '和平苑', label: '1 幢 1 单元 301' }]
    const { bindings } = opened({ bindByPhone: ({ householdId }) => (householdId ? { household, choose: [] } : { household: null, choose }) })
    await userEvent.click(screen.getByRole('button', { name: '让微信提供手机号' }))
    await userEvent.click(await screen.findByRole('radio', { name: '和平苑 1 幢 1 单元 301' }))
    await waitFor(() => expect(bindings()[1]?.request).toEqual({ householdId: 'h2', relation: 'lives' }))
  })

  it('a person who closes WeChat’s window has bound nothing, and is told the way on', async () => {
    setPhoneCode(undefined)
    const { bindings } = opened()
    await userEvent.click(screen.getByRole('button', { name: '让微信提供手机号' }))
    expect(await screen.findByText(/没有取得手机号，什么也没有绑定/)).toBeInTheDocument()
    expect(bindings()).toHaveLength(0)
  })
})

it('who begins by binding sees what that means, and it is written down', async () => {
  forgetSaid()
  opened({ whoAmI: () => ({ ...resident, person: null }) })
  await screen.findByText(/开始使用，就表示同意《用户服务协议》/)
  expect(saidOf('agreement')).toBeUndefined()
  await userEvent.type(field(), CODE)
  await bind()
  await screen.findByText(/已绑定/)
  expect(saidOf('agreement')?.given).toBe(true)
})
