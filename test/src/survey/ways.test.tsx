import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import { EntryRow } from '@/domainViews/ScoreView/EntryRow'
import HomePage from '@/pages/home'
import EstatePage from '@/resident/pages/estate'
import { forgetPhone } from '@/resident/privacy/forgetPhone'
import { randomHex } from '@/services/randomHex'
import { keepDraft, readDraft } from '@/survey/answer/draftStore'
import { keepBallot, keptBallot } from '@/survey/keptBallots'
import { setRouterParams } from '../../doubles/taro'
import { NOW, cloudAnswers, draw, resident } from '../support'
import { standing, survey, type Summary } from './support'

const news = { estateId: 'jinxiu', estateName: '锦绣花园', month: '2026-11', reported: 4, fixed: 2, open: 2, late: 0, rating: null }
async function home(...surveys: Summary[]) {
  cloudAnswers({
    whoAmI: () => resident, listCases: () => ({ cases: [], nextCursor: null }), readMyReports: () => ({ reported: 0, fixed: 0, open: 0, refusedWithReason: 0, joined: 0 }), readEstateNews: () => news,
    readStandings: () => ({ period: '2026-11', stage: 'running', months: [], standings: [] }), readSurveys: () => ({ year: 2026, surveys }),
  })
  draw(<HomePage />)
  await screen.findByText('您还没有报告过问题')
}
const banner = () => screen.queryByRole('button', { name: /满意率调查/ }) ?? screen.queryByText('锦绣花园满意率调查')

describe('on home', () => {
  it('a survey that waits for my household is there, and opens', async () => {
    await home(survey())
    await userEvent.click(await screen.findByText(/您家还没有答，还剩 7 天/))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/survey/pages/answer/index?surveyId=s1' })
  })
  it('who has answered finds the way to other answers until the close', async () => {
    await home(survey(standing('answered')))
    await userEvent.click(await screen.findByText('您家已经答了，还剩 7 天，在那以前可以改答'))
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/survey/pages/answer/index?surveyId=s1' })
  })
  it('who is not bound is told to bind', async () => {
    await home(survey({ mine: [] }))
    expect(await screen.findByText(/一户一票，先绑定您家才能答/)).toBeInTheDocument()
  })
  it.each([['is not asked', survey(standing('notAsked'))], ['waits for a survey to come', survey({ stage: 'scheduled' })], ['is of another estate', survey({ estateId: 'guixiang', mine: [] })]])('nothing is there for who %s', async (_, one) => {
    await home(one)
    await waitFor(() => expect(banner()).toBeNull())
  })
})

it('the news of an estate lead to its survey', async () => {
  setRouterParams({ estateId: 'jinxiu' })
  cloudAnswers({ readEstateNews: () => news, readSurveys: () => ({ year: 2026, surveys: [survey({ stage: 'final' })] }) })
  draw(<EstatePage />)
  expect(await screen.findByText('结果已公布')).toBeInTheDocument()
  await userEvent.click(screen.getByText('业主满意率调查'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/survey/pages/result/index?surveyId=s1' })
})

it('the entry of the ledger leads to the survey it rests on', async () => {
  const entry: Actions['readScore']['reply']['entries'][number] = { id: 'survey:s1', seq: 7, month: '2026-11', sheet: 'property', rule: 'satisfaction', ruleText: '……', clause: '附件2.7', points: 500, factAt: NOW, bookedAt: NOW, note: '', basis: { kind: 'survey', id: 's1' }, caseNumber: null, about: null, reversed: false, hash: 'abcdef0123456789' }
  draw(<EntryRow entry={entry} />)
  await userEvent.click(screen.getByRole('link', { name: /看调查结果/ }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/survey/pages/result/index?surveyId=s1' })
})

it('who deletes the own data takes secrets and drafts along', () => {
  keepBallot('s1', 'h1', { secret: 'x', revision: 1, receipt: 'ABCDE-FGHJK', isShared: false })
  keepDraft('s1', 'h1', { answers: [5], remark: '', at: 0 })
  forgetPhone()
  expect([keptBallot('s1', 'h1'), readDraft('s1', 'h1')]).toEqual([null, null])
})

describe('chance', () => {
  const wechat = Taro as unknown as { getRandomValues?: unknown }
  afterEach(() => delete wechat.getRandomValues)

  it('is WeChat’s own where there is one', async () => {
    wechat.getRandomValues = ({ length, success }: { length: number; success: (found: { randomValues: ArrayBuffer }) => void }) => success({ randomValues: new Uint8Array(length).fill(171).buffer })
    expect(await randomHex(3)).toBe('ababab')
  })
  it('is there also where WeChat fails or is older', async () => {
    wechat.getRandomValues = ({ fail }: { fail: () => void }) => fail()
    expect(await randomHex(18)).toMatch(/^[0-9a-f]{36}$/)
    delete wechat.getRandomValues
    expect(await randomHex(18)).toMatch(/^[0-9a-f]{36}$/)
  })
})
