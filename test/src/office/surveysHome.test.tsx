import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import OfficeHome from '@/pages/home/OfficeHome'
import { NOW, cloudAnswers, draw } from '../support'
import { office } from './support'
import { desk, survey, type Survey } from './surveysSupport'

const readDesk = (): Actions['readDesk']['reply'] => ({ waiting: [], photosToDecide: 0, unmanaged: [], unreachable: [], clock: { state: 'well', beganAt: NOW, endedAt: NOW, jobs: [], backlog: null }, unbookable: [] })

/** Surveys of one year; in the others there were none. */
const of = (held: number, ...surveys: readonly Survey[]): ((asked: { year?: number }) => Actions['readSurveys']['reply']) => ({ year = 2026 }) => ({ year, surveys: year === held ? [...surveys] : [] })

it('a bonus that waits and remarks that nobody has read are seen at once', async () => {
  const calls = cloudAnswers({ readDesk, readSurveys: of(2026, desk().survey, survey({ id: 's2', stage: 'final', waits: { review: false, remarks: 2 } }), survey({ id: 's3', stage: 'final', waits: { review: false, remarks: 3 } })) })
  draw(<OfficeHome me={office} />)
  expect(await screen.findByText('6 件等您办理')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: /调查加分待复核/ }))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/office/pages/surveys/index?surveyId=${encodeURIComponent(desk().survey.id)}` })
  // Several: the list they stand in.
  await userEvent.click(screen.getByRole('button', { name: /调查留言待审看/ }))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/office/pages/surveys/index?year=2026' })
  expect(calls.map(({ action }) => action)).not.toContain('readSurveyDesk')
})

it('what was counted in the last days of a year still waits in January', async () => {
  cloudAnswers({ readDesk, readSurveys: of(2025, survey({ id: 'last', year: 2025, stage: 'held', waits: { review: true, remarks: 0 } })) })
  draw(<OfficeHome me={office} />)
  await userEvent.click(await screen.findByRole('button', { name: /调查加分待复核/ }))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/office/pages/surveys/index?surveyId=last' })
})

it('a survey that runs asks nothing of the office', async () => {
  cloudAnswers({ readDesk, readSurveys: of(2026, survey()) })
  draw(<OfficeHome me={office} />)
  expect(await screen.findByText('都办完了')).toBeInTheDocument()
})
