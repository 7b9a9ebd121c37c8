import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import { cameOfWords } from '@/domainViews/cameOfWords'
import HomePage from '@/pages/home'
import MePage from '@/pages/me'
import { builtInEdition } from '../../../domain/rulebook/builtIn'
import { saidOf } from '@/services/privacy/ledger'
import { chosenScale } from '@/services/scale'
import { cloudAnswers, draw, hear, resident, summary } from '../support'

const none = { reported: 0, fixed: 0, open: 0, refusedWithReason: 0, joined: 0 }
const household = { id: 'h1', estateId: 'jinxiu', estateName: '锦绣花园', label: '3 幢 2 单元 501', relation: 'lives' } as const

function home(more: Parameters<typeof cloudAnswers>[0] = {}) {
  const calls = cloudAnswers({
    whoAmI: () => resident,
    listCases: () => ({ cases: [summary], nextCursor: null }),
    readMyReports: () => ({ reported: 3, fixed: 2, open: 0, refusedWithReason: 1, joined: 0 }),
    readEstateNews: () => ({ estateId: 'jinxiu', estateName: '锦绣花园', month: '2026-11', reported: 4, fixed: 2, open: 2, late: 0, rating: null }),
    readStandings: () => ({ period: '2026-11', stage: 'running', months: [], standings: [] }),
    ...more,
  })
  draw(<HomePage />)
  return calls
}

it.each([
  [{ ...none, reported: 3, fixed: 2, refusedWithReason: 1 }, '您的 3 次举报：2 处已整改，1 件已说明原因'],
  [{ ...none, reported: 2, open: 2, joined: 1 }, '您的 2 次举报：2 件正在办（其中 1 次和邻居一起反映）'],
  [none, ''],
])('what came of %j is told as %s', (came, words) => {
  expect(cameOfWords(came)).toBe(words)
})

it('home says what came of my reports, and opens what my estate did this month', async () => {
  home()
  expect(await screen.findByText('您的 3 次举报：2 处已整改，1 件已说明原因')).toBeInTheDocument()
  await userEvent.click(await screen.findByRole('button', { name: '新问题 4件，点按查看' }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/resident/pages/estate/index?estateId=jinxiu' })
})

it('large words are one tap on home, and one tap back', async () => {
  home()
  await userEvent.click(await screen.findByRole('button', { name: /关怀模式（大字）.*打开/ }))
  expect(chosenScale()).toBe(1.5)
  await userEvent.click(screen.getByRole('button', { name: /关怀模式（大字）.*关闭/ }))
  expect(chosenScale()).toBe(1)
})

it('a newcomer sees what beginning means, can bind with a code before choosing, and the agreement is written down with the choice', async () => {
  const calls = home({ whoAmI: () => ({ ...resident, person: null }), chooseEstate: () => ({}), recordConsent: () => ({}) })
  await screen.findByText(/开始使用，就表示同意《用户服务协议》/)
  expect(screen.getByRole('button', { name: /有绑定码，或家人邀请/ })).toBeInTheDocument()
  expect(saidOf('agreement')).toBeUndefined()
  await userEvent.click(screen.getByRole('button', { name: '选择锦绣花园' }))
  await screen.findByText(/开始使用/)
  expect(saidOf('agreement')?.given).toBe(true)
  expect(calls.map(({ action }) => action)).toContain('recordConsent')
})

it('我的 leads to my households, to who saw my data and to both texts', async () => {
  const reply: Actions['whoAmI']['reply'] = { ...resident, households: [household] }
  cloudAnswers({ whoAmI: () => reply, readQuotas: () => ({ left: {} }), readRulebook: () => ({ edition: builtInEdition, calendarYears: [] }) })
  draw(<MePage />)
  await userEvent.click(await screen.findByRole('button', { name: /锦绣花园 3 幢 2 单元 501/ }))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/resident/pages/household/index?id=h1' })
  for (const [name, url] of [['谁看过我的信息', 'seen/index'], ['我同意了什么', 'privacy/index'], ['导出我的资料', 'export/index'], ['删除我的资料', 'forget/index'], ['隐私保护指引', 'document/index?name=privacy'], ['用户服务协议', 'document/index?name=terms']] as const) {
    await userEvent.click(screen.getByText(name))
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/resident/pages/${url}` })
  }
})

it('that the estate was changed is told at the head of 我的, where the new one stands', async () => {
  let estateId = 'jinxiu'
  const estates = [...resident.estates, { id: 'cuihu', name: '翠湖园', townName: '演示镇', spots: [] }]
  cloudAnswers({ whoAmI: () => ({ ...resident, estates, person: { ...resident.person!, estateId, estateName: estates.find(({ id }) => id === estateId)!.name } }), chooseEstate: () => { estateId = 'cuihu'; return {} }, readQuotas: () => ({ left: {} }), readRulebook: () => ({ edition: builtInEdition, calendarYears: [] }) })
  draw(<MePage />)
  await userEvent.click(await screen.findByRole('button', { name: /我住的小区/ }))
  await userEvent.click(screen.getByRole('button', { name: '选择翠湖园' }))
  await hear('小区已换好')
  expect(Taro.pageScrollTo).toHaveBeenCalledWith({ scrollTop: 0 })
  expect(await screen.findByText('翠湖园')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: /我住的小区/ }))
  expect(screen.queryByText('小区已换好')).toBeNull()
})
