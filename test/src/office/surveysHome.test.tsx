import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import OfficeHome from '@/pages/home/OfficeHome'
import { NOW, cloudAnswers, draw } from '../support'
import { office } from './support'
import { desk, survey } from './surveysSupport'

const readDesk = (): Actions['readDesk']['reply'] => ({ waiting: [], photosToDecide: 0, unreachable: [], clock: { healthy: true, lastRunAt: NOW }, ledger: { seq: 0 }, ratings: [] })

it('a bonus that waits and remarks that nobody has read are seen at once', async () => {
  cloudAnswers({ readDesk, readSurveys: () => ({ year: 2026, surveys: [desk().survey] }), readSurveyDesk: () => desk() })
  draw(<OfficeHome me={office} />)
  expect(await screen.findByText('2 件等您办理')).toBeInTheDocument()
  expect(screen.getByText('调查留言待审看')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: /调查加分待复核/ }))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/office/pages/surveys/index?of=held' })
})

it('a survey that runs asks nothing of the office', async () => {
  const calls = cloudAnswers({ readDesk, readSurveys: () => ({ year: 2026, surveys: [survey()] }) })
  draw(<OfficeHome me={office} />)
  expect(await screen.findByText('都办完了')).toBeInTheDocument()
  expect(calls.map(({ action }) => action)).not.toContain('readSurveyDesk')
})
