import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import { Page } from '@/components/Page'
import { consentTo, listenToWeChat } from '@/services/privacy/consent'
import { forgetSaid, keepSaid, saidOf } from '@/services/privacy/ledger'
import { meetCloud } from '@/services/privacy/record'
import { queryClient } from '@/services/queryClient'
import { cloudAnswers, draw, resident } from '../support'

const sheet = () => screen.queryByRole('dialog')
const wants = (needAuthorization: boolean) => jest.mocked(Taro.getPrivacySetting).mockImplementationOnce(((option: { success: (setting: { needAuthorization: boolean }) => void }) => option.success({ needAuthorization })) as never)

beforeAll(meetCloud)
beforeEach(() => {
  forgetSaid()
  queryClient.clear()
})

function asked(kind: Parameters<typeof consentTo>[0] = 'photo') {
  const calls = cloudAnswers({ recordConsent: () => ({}) })
  draw(<Page title='报告'>照片</Page>)
  let answer!: Promise<boolean>
  act(() => void (answer = consentTo(kind)))
  return { calls, answer: () => answer }
}

it('before the first use the reason and what goes without it are told; a yes goes on and is written down', async () => {
  const { calls, answer } = asked()
  expect(await screen.findByRole('dialog', { name: '需要您同意：相机和相册' })).toHaveTextContent(/不拍照也能报告/)
  await userEvent.click(screen.getByRole('button', { name: '同意并继续' }))
  await expect(answer()).resolves.toBe(true)
  expect(sheet()).toBeNull()
  await waitFor(() => expect(calls).toContainEqual({ action: 'recordConsent', request: { kind: 'photo', version: expect.any(String), given: true } }))
  await expect(consentTo('photo')).resolves.toBe(true)
})

it('a no is taken, told what works without, and asked again at the next use', async () => {
  const { answer } = asked('location')
  await userEvent.click(await screen.findByRole('button', { name: '不同意' }))
  await expect(answer()).resolves.toBe(false)
  expect(screen.getByRole('dialog', { name: '没有使用位置' })).toHaveTextContent(/一样能报告/)
  await userEvent.click(screen.getByRole('button', { name: '知道了' }))
  expect(sheet()).toBeNull()
  act(() => void consentTo('location'))
  await screen.findByRole('dialog', { name: '需要您同意：位置' })
  await userEvent.click(screen.getByRole('button', { name: '同意并继续' }))
})

it('where WeChat wants its own agreement, the yes is on WeChat’s button', async () => {
  keepSaid('photo', { given: true, at: 1, version: '2026-12' })
  wants(true)
  const { answer } = asked()
  const agree = await screen.findByRole('button', { name: '同意并继续' })
  expect(agree).toHaveAttribute('id', 'privacy-agree')
  await userEvent.click(agree)
  await expect(answer()).resolves.toBe(true)
  expect(saidOf('privacy')?.given).toBe(true)
})

it('a use that WeChat stops is asked about in our words, and goes on or fails as the person says', async () => {
  listenToWeChat()
  const stopped = jest.mocked(Taro.onNeedPrivacyAuthorization).mock.lastCall![0]
  cloudAnswers({ recordConsent: () => ({}) })
  draw(<Page title='报告'>照片</Page>)
  const resolve = jest.fn()
  act(() => stopped(resolve, { referrer: 'getLocation' }))
  expect(await screen.findByRole('dialog', { name: '需要您同意：位置' })).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '同意并继续' }))
  await waitFor(() => expect(resolve).toHaveBeenLastCalledWith({ event: 'agree', buttonId: 'privacy-agree' }))
})

it('reasons that have changed are asked about anew', async () => {
  keepSaid('photo', { given: true, at: 1, version: '2020-01' })
  const { answer } = asked()
  await userEvent.click(await screen.findByRole('button', { name: '同意并继续' }))
  await expect(answer()).resolves.toBe(true)
})

describe('the cloud', () => {
  const consents = (given: boolean, at: number): Actions['whoAmI']['reply'] => ({ ...resident, consents: [{ kind: 'photo', version: '2026-12', given, at }] })
  const heard = (reply: Actions['whoAmI']['reply']) => queryClient.fetchQuery({ queryKey: ['whoAmI', {}], queryFn: () => Promise.resolve(reply) })

  it('knows what was agreed to on another phone', async () => {
    await heard(consents(true, 5))
    expect(saidOf('photo')?.given).toBe(true)
  })
  it('does not overrule what was said later on this one', async () => {
    keepSaid('photo', { given: false, at: 9, version: '2026-12' })
    await heard(consents(true, 5))
    expect(saidOf('photo')?.given).toBe(false)
  })
  it('is told later what it could not be told at once', async () => {
    const calls = cloudAnswers({ recordConsent: () => ({}) })
    keepSaid('photo', { given: true, at: 9, version: '2026-12', unsent: true })
    await heard(consents(false, 5))
    await waitFor(() => expect(saidOf('photo')).toEqual({ given: true, at: 9, version: '2026-12' }))
    expect(calls).toEqual([{ action: 'recordConsent', request: { kind: 'photo', version: '2026-12', given: true } }])
  })
})
