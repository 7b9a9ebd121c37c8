import type { ReactElement } from 'react'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import { keepVisited } from '@/domainViews/InTown/visit'
import CasePage from '@/pages/case'
import RewardsPage from '@/pages/rewards'
import ScorePage from '@/pages/score'
import StandingsPage from '@/pages/standings'
import EstatePage from '@/resident/pages/estate'
import { heardFromServer } from '@/services/serverNow'
import SurveysPage from '@/survey/pages/list'
import SurveyResultPage from '@/survey/pages/result'
import AnswerPage from '@/survey/pages/answer'
import { firePage, setRouterParams } from '../../doubles/taro'
import { NOW, Refused, cloudAnswers, draw, readCase, resident } from '../support'
import { final, read, survey } from '../survey/support'

type Standing = Actions['readStandings']['reply']['standings'][number]
const standing: Standing = { estateId: 'jinxiu', estateName: '锦绣花园', rank: 1, decidedBy: null, longTermPoints: 9250, propertyPoints: 10000, bonusPoints: 0, compositePoints: 9550, marginPoints: 45, overdue: 0, deductionsPoints: 750, satisfaction: null }
const newcomer: Actions['whoAmI']['reply'] = { ...resident, person: null }

/** As the server does it: who belongs to no town sees what is published of the one that is named. */
function cloud(first: Actions['whoAmI']['reply'], isRunning = true) {
  let me = first
  const published = <Reply,>({ at, estateId, surveyId }: { at?: string; estateId?: string; surveyId?: string }, reply: Reply): Reply => {
    if (me.person === null && at === undefined && estateId === undefined && surveyId === undefined) throw new Refused('NO_ESTATE', '请先选择您所在的小区')
    return reply
  }
  return cloudAnswers({
    whoAmI: () => me,
    chooseEstate: () => {
      me = resident
      return {}
    },
    recordConsent: () => ({}),
    readStandings: (request) => published(request, { period: request.period ?? '2026-11', stage: 'running', months: ['2026-11'], standings: [standing] }),
    readScore: (request) => published(request, { period: request.period ?? '2026-11', standing, weights: { longTermPercent: 60, propertyPercent: 40, fullPoints: 10000 }, entries: [] }),
    readRewards: (request) => published(request, { year: request.year ?? 2026, stage: 'publicity', undecidedTie: [], tiers: [{ id: 'first', name: '一等奖', places: 2, amountFen: 300_000 }], awards: [], standings: [], allocatedAt: NOW, publicityEndsAt: NOW, confirmedAt: null, unbookable: [], without: null, canAllocate: false, canConfirm: false, standsBack: false, payoutNote: '' }),
    readEstateNews: (request) => published(request, { estateId: 'jinxiu', estateName: '锦绣花园', month: request.month ?? '2026-11', reported: 3, fixed: 2, open: 1, late: 0, rating: null }),
    readSurveys: (request) => published(request, { year: 2026, surveys: [survey({ mine: [] })] }),
    readSurvey: (request) => published(request, isRunning ? read({ mine: [] }) : final()),
    readCase: () => {
      if (me.person === null) throw new Refused('NO_ESTATE', '请先选择您所在的小区')
      return readCase
    },
  })
}

const PAGES: readonly [name: string, page: ReactElement, params: Record<string, string>, shown: RegExp][] = [
  ['standings', <StandingsPage />, { at: 'jinxiu' }, /^第 1 名|95.50 分/],
  ['score', <ScorePage />, { estateId: 'jinxiu', period: '2026-11' }, /^锦绣花园$/],
  ['rewards', <RewardsPage />, { year: '2026', at: 'jinxiu' }, /^一等奖$/],
  ['estate', <EstatePage />, { estateId: 'jinxiu', month: '2026-11' }, /^锦绣花园 · 2026年11月$/],
  ['surveys', <SurveysPage />, { at: 'jinxiu' }, /^锦绣花园$/],
  ['result', <SurveyResultPage />, { surveyId: 's1', at: 'jinxiu' }, /^锦绣花园 · 2026年$/],
  ['answer', <AnswerPage />, { surveyId: 's1', at: 'jinxiu' }, /^这是锦绣花园的调查/],
]
beforeEach(() => {
  heardFromServer(NOW)
  keepVisited(undefined)
})
const share = async () => (await firePage('share', { from: 'menu' })).pop() as { title: string; path: string; imageUrl: string }

it.each(PAGES)('a link to %s shows who has no estate yet what is published, and a way to one', async (_, page, params, shown) => {
  setRouterParams(params)
  cloud(newcomer)
  draw(page)
  expect((await screen.findAllByText(shown))[0]).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '再试一次' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: '选我的小区' }))
  await userEvent.click(await screen.findByRole('button', { name: '选择锦绣花园' }))
  await waitFor(() => expect(screen.queryByText('您还没有选小区，下面是公开的内容。')).toBeNull())
  expect((await screen.findAllByText(shown))[0]).toBeInTheDocument()
})

it('where nothing is named the estate is chosen in place, and the page goes on by itself', async () => {
  setRouterParams({})
  cloud(newcomer)
  draw(<StandingsPage />)
  expect(await screen.findByText(/^看全镇各小区的考核排名。选好后这一页会接着打开/)).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '选择锦绣花园' }))
  expect(await screen.findByText('95.50 分')).toBeInTheDocument()
})

it('the town one has looked at stays for the pages one goes on to', async () => {
  setRouterParams({ estateId: 'jinxiu', month: '2026-11' })
  cloud(newcomer)
  draw(<EstatePage />).unmount()
  draw(<EstatePage />)
  await screen.findByText('锦绣花园 · 2026年11月')
  setRouterParams({})
  draw(<RewardsPage />)
  expect(await screen.findByText('一等奖')).toBeInTheDocument()
})

it('a case is not published: the estate is asked for first, and then the case is there', async () => {
  keepVisited('jinxiu')
  setRouterParams({ id: 'c1' })
  cloud(newcomer)
  draw(<CasePage />)
  expect(await screen.findByText(/^这一件只给报告人和同小区的邻居看。/)).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '选择锦绣花园' }))
  expect(await screen.findByText(/编号 202611/)).toBeInTheDocument()
})

it('a case of another estate says for whom it is and what to do, instead of trying again', async () => {
  setRouterParams({ id: 'c1' })
  cloudAnswers({ whoAmI: () => resident, readCase: () => { throw new Refused('NOT_FOUND', '没有找到') } })
  draw(<CasePage />)
  expect(await screen.findByText(/^这一件只给报告人和同小区的邻居看，您现在的小区是锦绣花园。/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '再试一次' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: '更换我的小区' }))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/pages/me/index' })
})

const CARDS: readonly [string, ReactElement, Record<string, string>, RegExp, string][] = [
  ['standings', <StandingsPage />, {}, /^各小区的考核排名/, '/pages/standings/index?at=jinxiu'],
  ['score', <ScorePage />, { estateId: 'jinxiu', period: '2026-11' }, /^锦绣花园2026年11月的得分/, '/pages/score/index?estateId=jinxiu&period=2026-11'],
  ['rewards', <RewardsPage />, { year: '2026' }, /^2026年度以奖代补/, '/pages/rewards/index?year=2026&at=jinxiu'],
  ['estate', <EstatePage />, { estateId: 'jinxiu', month: '2026-11' }, /^锦绣花园2026年11月公示：新问题 3 件，处理好 2 件$/, '/resident/pages/estate/index?estateId=jinxiu&month=2026-11'],
  ['surveys', <SurveysPage />, {}, /^满意率调查/, '/survey/pages/list/index?at=jinxiu'],
  ['open survey', <AnswerPage />, { surveyId: 's1', householdId: 'h1' }, /^锦绣花园满意率调查：一户一票，匿名作答$/, '/survey/pages/answer/index?surveyId=s1&at=jinxiu'],
]
it.each(CARDS)('the card of %s says what it is and opens it for whoever is in the chat', async (_, page, params, title, path) => {
  setRouterParams(params)
  cloud(resident)
  draw(page)
  await waitFor(async () => expect(await share()).toEqual({ title: expect.stringMatching(title) as string, path, imageUrl: '/assets/share.png' }))
})

it('a result is sent on as a result, a survey that still runs as one to answer', async () => {
  setRouterParams({ surveyId: 's1' })
  cloud(resident, false)
  draw(<SurveyResultPage />)
  await waitFor(async () => expect(await share()).toMatchObject({ title: '锦绣花园2026年满意率调查：结果和整改', path: '/survey/pages/result/index?surveyId=s1&at=jinxiu' }))
})

it('one’s own case may be sent on, with nothing of what and who in the card; another one’s has no such menu', async () => {
  setRouterParams({ id: 'c1' })
  cloudAnswers({ whoAmI: () => resident, readCase: () => readCase })
  const { unmount } = draw(<CasePage />)
  await screen.findByText(/编号 202611/)
  const card = await share()
  expect(card).toMatchObject({ title: '锦绣花园报告的一个问题，看看办到哪一步了', path: '/pages/case/index?id=c1' })
  expect(JSON.stringify(card)).not.toMatch(/李阿姨|垃圾|202611/)
  expect(Taro.showShareMenu).toHaveBeenCalled()
  unmount()
  jest.mocked(Taro.showShareMenu).mockClear()
  cloudAnswers({ whoAmI: () => resident, readCase: () => ({ ...readCase, myReportId: null }) })
  draw(<CasePage />)
  await screen.findByText(/编号 202611/)
  expect(Taro.hideShareMenu).toHaveBeenCalled()
  expect(Taro.showShareMenu).not.toHaveBeenCalled()
  expect(await share()).toMatchObject({ path: '/pages/home/index' })
})

const OFFLINE: typeof PAGES = [...PAGES, ['case', <CasePage />, { id: 'c1' }, /^网络不通/]]
it.each(OFFLINE)('without a network %s says so, stays, and does not ask for ever', async (_, page, params) => {
  setRouterParams(params)
  jest.mocked(Taro.cloud.callFunction).mockImplementation(() => Promise.reject({ errMsg: 'request:fail' }))
  draw(page)
  expect((await screen.findAllByText(/^网络不通/)).length).toBeGreaterThan(0)
  await new Promise((resolve) => setTimeout(resolve, 300))
  const asked = jest.mocked(Taro.cloud.callFunction).mock.calls.length
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(jest.mocked(Taro.cloud.callFunction).mock.calls).toHaveLength(asked)
})
