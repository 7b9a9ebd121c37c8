import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import SurveysPage from '@/office/pages/surveys'
import { clearPhone, setRouterParams } from '../../doubles/taro'
import { NOW, cloudAnswers, draw, hear } from '../support'
import { auditor, office } from './support'
import { desk, readSurvey, remarks, survey, type Desk } from './surveysSupport'

const said = (part: Partial<NonNullable<Desk['proposed']>> = {}) => ({ who: '周主任', at: NOW - 3_600_000, release: true, reason: '信号已逐项核对，有合理解释', mine: false, ...part })
const called: Desk['sample'] = desk().sample.map((row) => ({ ...row, outcome: 'confirmed' }))

function opened(given: Desk, answers: Parameters<typeof cloudAnswers>[0] = {}, me = office) {
  setRouterParams({ surveyId: given.survey.id })
  const calls = cloudAnswers({ whoAmI: () => me, readSurveys: () => ({ year: 2026, surveys: [given.survey] }), readSurveyDesk: () => given, readSurvey: () => readSurvey(given.survey), listSurveyRemarksToRead: ({ waiting }) => ({ remarks: remarks.filter(({ state }) => (state === 'waiting') === waiting), nextCursor: null }), ...answers })
  draw(<SurveysPage />)
  return <K extends keyof Actions>(name: K) => calls.filter(({ action }) => action === name).map(({ request }) => request as Actions[K]['request'])
}
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const choose = async (name: string | RegExp) => userEvent.click(await screen.findByRole('radio', { name }))

beforeEach(clearPhone)

it('result, signals and the threshold are told in plain words, with what may be innocent', async () => {
  opened(desk())
  expect(await screen.findByText('94.00%')).toBeInTheDocument()
  expect(screen.getByText('满意率：350 份里 329 份')).toBeInTheDocument()
  expect(screen.getByText(/也可能是子女帮几位老人作答/)).toBeInTheDocument()
  expect(screen.getByText('40 份，计入 40 份')).toBeInTheDocument()
  expect(screen.getByText('90 份，计入 0 份')).toBeInTheDocument()
  expect(screen.getByText(/须留意的最多 40 份，占 350 份的 11.42%；超过 10%/)).toBeInTheDocument()
})

it('a household of the sample is asked whether, and never what', async () => {
  const sent = opened(desk(), { recordRecontact: () => ({}) })
  expect(await screen.findByText(/只问有没有答过，不问答了什么/)).toBeInTheDocument()
  await press(/1 幢 101/)
  await press('记下回访结果')
  expect(screen.getByText('请选择回访结果')).toBeInTheDocument()
  await choose('说没有答过')
  await press('记下回访结果')
  await waitFor(() => expect(sent('recordRecontact')).toEqual([{ surveyId: desk().survey.id, householdId: 'h1', outcome: 'denied', note: '' }]))
})

it('that a call is recorded is told in the row of the household, until the next one is opened', async () => {
  opened(desk(), { recordRecontact: () => ({}) })
  await press(/1 幢 101/)
  await choose('说没有答过')
  await press('记下回访结果')
  const row = (await hear('已记下')).closest<HTMLElement>('.sample-row')!
  expect(within(row).getByText('1 幢 101')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '记下回访结果' })).toBeNull()
  await press(/2 幢 202/)
  expect(screen.queryByText('已记下')).toBeNull()
})

it('nothing is decided before the sample has been called', async () => {
  opened(desk())
  expect(await screen.findByText(/抽样回访还有 1 户没有做，做完才能审定/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /提出/ })).toBeNull()
})

it('one of the office proposes, with a reason and after a question', async () => {
  const sent = opened(desk({ sample: called }), { decideSurvey: () => ({ isDecided: false }) })
  await press('提出意见')
  expect(screen.getByText('请选择')).toBeInTheDocument()
  await choose('不计加分')
  await press('提出：不计加分')
  expect(screen.getByText('请写明理由')).toBeInTheDocument()
  await press('抽样回访发现有人代答')
  await press('提出：不计加分')
  await waitFor(() => expect(sent('decideSurvey')).toEqual([{ surveyId: desk().survey.id, release: false, reason: '抽样回访发现有人代答' }]))
  expect(Taro.showModal).toHaveBeenLastCalledWith(expect.objectContaining({ content: '由另一位同事确认后才算定。' }))
  await hear('已提出：不计加分')
})

it('a colleague confirms the same word; that decides it', async () => {
  const sent = opened(desk({ sample: called, proposed: said() }), { decideSurvey: () => ({ isDecided: true }) })
  await choose('计入加分')
  await press('抽样回访没有发现问题')
  await press('确认：计入加分')
  await waitFor(() => expect(sent('decideSurvey')).toHaveLength(1))
  expect(Taro.showModal).toHaveBeenLastCalledWith(expect.objectContaining({ content: expect.stringContaining('周主任提出“计入加分”，您确认后就定了') as string }))
  await hear('已审定：计入加分')
  expect(Taro.pageScrollTo).toHaveBeenCalledWith({ scrollTop: 0 })
})

it('who proposed waits for another one, and can only say something else', async () => {
  opened(desk({ sample: called, proposed: said({ mine: true }) }))
  expect(await screen.findByText(/您已经提出，等考核办的另一位同事确认/)).toBeInTheDocument()
  expect(screen.queryByRole('radio', { name: '计入加分' })).toBeNull()
  expect(screen.getByRole('radio', { name: '不计加分' })).toBeInTheDocument()
})

it('a booked bonus that the calls put in doubt says so, and what each word does to it', async () => {
  opened(desk({ survey: { ...desk().survey, stage: 'final' }, sample: called }))
  expect(await screen.findByText(/已经入账的加分要复核/)).toBeInTheDocument()
  expect(screen.getByText('已经入账的加分收回，账上另记一笔冲正')).toBeInTheDocument()
})

it('what was decided stands with its two persons', async () => {
  opened(desk({ survey: survey({ stage: 'final' }), sample: called, proposed: said(), decided: said({ who: '吴副主任' }) }))
  expect(await screen.findByText('提出：周主任')).toBeInTheDocument()
  expect(screen.getByText('确认：吴副主任')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /确认|提出/ })).toBeNull()
  await press('看公布的结果')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/survey/pages/result/index?surveyId=${encodeURIComponent(desk().survey.id)}` })
})

it('a remark is published at once, and hidden with a reason; it stays under the finger and is found among those that were read', async () => {
  const sent = opened(desk(), { decideSurveyRemark: () => ({}) })
  await press('不公布')
  await press('不公布这条')
  expect(screen.getByText('请写明理由')).toBeInTheDocument()
  await press('与物业管理无关')
  await press('不公布这条')
  await waitFor(() => expect(sent('decideSurveyRemark')).toEqual([{ surveyId: desk().survey.id, remarkId: 'r1', publish: false, reason: '与物业管理无关' }]))
  expect(await screen.findByText('与物业管理无关')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '公布' }))
  await waitFor(() => expect(sent('decideSurveyRemark').at(-1)).toEqual({ surveyId: desk().survey.id, remarkId: 'r1', publish: true, reason: '' }))
  expect(await screen.findByText('已公布')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('tab', { name: '看过的' }))
  expect(await screen.findByText('3 幢老王太吵')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('tab', { name: /待审看/ }))
  await waitFor(() => expect(sent('listSurveyRemarksToRead').map(({ waiting }) => waiting)).toEqual([true, false, true]))
})

it('the auditor reads all of it and changes nothing', async () => {
  opened(desk({ sample: called, proposed: said() }), {}, auditor)
  expect(await screen.findByText('提出：周主任')).toBeInTheDocument()
  expect(await screen.findByText('保安很负责')).toBeInTheDocument()
  for (const name of [/公布$/, /确认/, /提出/, /1 幢 101/, /记下/]) expect(screen.queryByRole('button', { name })).toBeNull()
})
