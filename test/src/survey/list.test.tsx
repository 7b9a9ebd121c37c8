import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { coverageWords } from '@/domainViews/CoverageMeter/coverageWords'
import { coverageText, rateText } from '@/domainViews/percentText'
import { surveyDays } from '@/domainViews/surveyDays'
import SurveysPage from '@/survey/pages/list'
import { NOW, cloudAnswers, draw, resident } from '../support'
import { CLOSES_AT, standing, survey, type Summary } from './support'

it.each([
  [312, 412, '已答 312 / 412 户（75.7%），达到 80%（330 户）才加分'],
  [329, 412, '已答 329 / 412 户（79.8%），达到 80%（330 户）才加分'],
  [330, 412, '已答 330 / 412 户（80.0%），已达到加分要求的 80%（330 户）'],
  [7999, 10_000, '已答 7999 / 10000 户（79.9%），达到 80%（8000 户）才加分'],
  [4, 5, '已答 4 / 5 户（80.0%），已达到加分要求的 80%（4 户）'],
])('%i of %i households is told exactly', (answered, households, words) => {
  expect(coverageWords({ answered, households, minimumPercent: 80 })).toBe(words)
})

it('a rate and a coverage are cut, and never look as if they had reached a mark', () => {
  expect([rateText(258, 300), rateText(2, 3), rateText(0, 5), rateText(5, 5)]).toEqual(['86.00%', '66.66%', '0.00%', '100%'])
  expect([rateText(4499, 4999), rateText(89_999, 100_000), rateText(0, 0)]).toEqual(['89.99%', '89.99%', '—'])
  expect([coverageText(3299, 4124), coverageText(0, 0)]).toEqual(['79.9%', '—'])
})

it.each([
  [CLOSES_AT - 86_400_000 * 3 + 1, '还剩 3 天，后天（周一）24:00截止'],
  [CLOSES_AT - 3_600_000, '最后一天，今天（周一）24:00截止'],
  [CLOSES_AT, '昨天（周一）24:00已截止'],
])('at %i the days are told', (now, words) => {
  expect(surveyDays(survey(), now)).toBe(words)
})

const other = survey({ id: 's2', estateId: 'guixiang', estateName: '桂香苑', mine: [], stage: 'final', closesAt: NOW - 1 })
async function opened(...surveys: Summary[]) {
  return openedBy(resident, ...surveys)
}
async function openedBy(me: typeof resident, ...surveys: Summary[]) {
  const calls = cloudAnswers({ whoAmI: () => me, readSurveys: ({ year }) => ({ year: year ?? 2026, surveys: year === 2025 ? [] : surveys }) })
  draw(<SurveysPage />)
  await screen.findByRole('radio', { name: '今年' })
  return calls
}

it('my estate stands first, with what I can do there; the others can be read', async () => {
  await opened(other, survey())
  expect((await screen.findAllByRole('heading')).map((each) => each.textContent)).toEqual(['我的小区', '锦绣花园', '其他小区', '桂香苑'])
  await userEvent.click(screen.getByRole('button', { name: '去作答' }))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/survey/pages/answer/index?surveyId=s1' })
  await userEvent.click(screen.getByRole('button', { name: '看桂香苑的结果' }))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/survey/pages/result/index?surveyId=s2' })
})

it('who has answered is not asked again, and finds the receipt', async () => {
  await opened(survey(standing('answered')))
  expect(await screen.findByRole('button', { name: '看我的回执，或改答' })).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '去作答' })).toBeNull()
})

it('who manages the estate is not asked to answer, but for a household of the own', async () => {
  const manager = { ...resident, person: { ...resident.person!, grants: [{ role: 'manager' as const, estateId: 'jinxiu', estateName: '锦绣花园' }] } }
  await openedBy(manager, survey({ mine: [] }))
  expect(await screen.findByText('锦绣花园')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '去作答' })).toBeNull()
  cleanup()
  await openedBy(manager, survey())
  expect(await screen.findByRole('button', { name: '去作答' })).toBeInTheDocument()
})

it('where there is none it says so, and the year before is one tap', async () => {
  const calls = await opened()
  expect(await screen.findByText('今年的调查还没有安排')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('radio', { name: '2025年' }))
  expect(await screen.findByText('这一年没有调查')).toBeInTheDocument()
  expect(calls.filter(({ action }) => action === 'readSurveys').map(({ request }) => request)).toContainEqual({ year: 2025 })
})
