import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import SurveysPage from '@/office/pages/surveys'
import { clearPhone, setRouterParams } from '../../doubles/taro'
import { NOW, Refused, cloudAnswers, draw, hear } from '../support'
import { auditor, office } from './support'
import { questionnaire, readSurvey, survey } from './surveysSupport'

const households = () => ({ households: [], total: 412, nextCursor: null })
function opened(answers: Parameters<typeof cloudAnswers>[0], params: Record<string, string> = {}, me = office) {
  setRouterParams(params)
  const calls = cloudAnswers({ whoAmI: () => me, listHouseholds: households, ...answers })
  draw(<SurveysPage />)
  return <K extends keyof Actions>(name: K) => calls.filter(({ action }) => action === name).map(({ request }) => request as Actions[K]['request'])
}
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const date = async (label: string, value: string) => {
  const field = screen.getByLabelText(label)
  await userEvent.clear(field)
  await userEvent.type(field, value)
}
const inJinxiu = { estateId: 'jinxiu', year: '2026' }
const draftOf = (part: Parameters<typeof survey>[0] = {}) => survey({ stage: 'draft', opensAt: Date.parse('2026-12-01T00:00:00+08:00'), closesAt: Date.parse('2026-12-16T00:00:00+08:00'), households: null, answered: 0, ...part })

beforeEach(clearPhone)

describe('the list', () => {
  it('every estate has a row, also the one without a survey; of a running one only how many', async () => {
    opened({ readSurveys: () => ({ year: 2026, surveys: [survey()] }) })
    expect((await screen.findByRole('button', { name: /锦绣花园/ })).textContent).toContain('已答 321 / 400 户（80.2%）')
    expect(screen.getByRole('button', { name: /翠湖园/ }).textContent).toContain('还没有安排')
    await press(/锦绣花园/)
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/office/pages/surveys/index?estateId=jinxiu&year=2026' })
  })

  it('another year is asked for', async () => {
    const sent = opened({ readSurveys: ({ year = 2026 }) => ({ year, surveys: [] }) })
    await userEvent.click(await screen.findByRole('tab', { name: '2025 年' }))
    await waitFor(() => expect(sent('readSurveys').at(-1)).toEqual({ year: 2025 }))
  })

  it('on a PC the survey stands beside the list', async () => {
    jest.mocked(Taro.getWindowInfo).mockReturnValue({ windowWidth: 1200 } as never)
    opened({ readSurveys: () => ({ year: 2026, surveys: [survey()] }) })
    await press(/锦绣花园/)
    expect(screen.getByText('锦绣花园 2026 年')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: /翠湖园/ })).toBeInTheDocument()
    jest.mocked(Taro.getWindowInfo).mockReturnValue({ windowWidth: 390 } as never)
  })
})

describe('while it runs', () => {
  it('there is how many, until when, and the ways to help; nothing about who or what', async () => {
    const sent = opened({ readSurveys: () => ({ year: 2026, surveys: [survey()] }) }, inJinxiu)
    expect(await screen.findByText(/24:00结束，之后自动计票/)).toBeInTheDocument()
    await press(/上门答卷/)
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/survey/pages/door/index?surveyId=survey%3Ademo%3Ajinxiu%3A2026' })
    expect(screen.getByRole('button', { name: /纸质问卷/ })).toBeInTheDocument()
    expect(sent('readSurveyDesk')).toEqual([])
  })

  it('the auditor has no way to the doors and the paper', async () => {
    opened({ readSurveys: () => ({ year: 2026, surveys: [survey()] }) }, inJinxiu, auditor)
    expect(await screen.findByText(/结束，之后自动计票/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /上门答卷|纸质问卷/ })).toBeNull()
  })

  it('after its last day it waits to be counted', async () => {
    opened({ readSurveys: () => ({ year: 2026, surveys: [survey({ closesAt: NOW - 1000 })] }) }, inJinxiu)
    expect(await screen.findByText('已结束，正在计票')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /上门答卷/ })).toBeNull()
  })
})

describe('the plan', () => {
  const none = { readSurveys: () => ({ year: 2026, surveys: [] }) }

  it('a new one has the standard questions, and says what is wrong with the days before anything is sent', async () => {
    const sent = opened({ ...none, saveSurvey: () => ({ surveyId: 's', questionnaire }) }, inJinxiu)
    await press('保存草稿')
    expect(screen.getAllByText('请选择日期').length).toBeGreaterThan(0)
    await date('开始的一天', '2026-12-01')
    await date('最后一天', '2026-12-03')
    expect(screen.getByText('至少开放 7 天，让每户都来得及')).toBeInTheDocument()
    await press('保存草稿')
    expect(sent('saveSurvey')).toEqual([])
    await date('最后一天', '2026-12-15')
    await press('保存草稿')
    await waitFor(() => expect(sent('saveSurvey')).toHaveLength(1))
    const [saved] = sent('saveSurvey')
    expect(saved).toMatchObject({ estateId: 'jinxiu', year: 2026, opensAt: Date.parse('2026-12-01T00:00:00+08:00'), closesAt: Date.parse('2026-12-16T00:00:00+08:00') })
    expect(saved!.questions).toEqual(questionnaire.questions)
  })

  it('that it is saved is told where its days and questions stand now, and no longer over a plan that is being changed', async () => {
    let surveys: ReturnType<typeof draftOf>[] = []
    opened({ readSurveys: () => ({ year: 2026, surveys }), readSurvey: () => readSurvey(draftOf()), saveSurvey: () => { surveys = [draftOf()]; return { surveyId: 's', questionnaire } } }, inJinxiu)
    await date((await screen.findByLabelText('开始的一天')).getAttribute('aria-label')!, '2026-12-01')
    await date('最后一天', '2026-12-15')
    await press('保存草稿')
    await screen.findByText(/还没有发布，居民看不到/)
    await hear('已保存')
    expect(Taro.pageScrollTo).toHaveBeenCalledWith({ scrollTop: 0 })
    await press('修改日期和问卷')
    expect(screen.queryByText('已保存')).toBeNull()
  })

  it('questions are reworded, moved, removed and added; the overall one stays first', async () => {
    const sent = opened({ ...none, saveSurvey: () => ({ surveyId: 's', questionnaire }) }, inJinxiu)
    await date((await screen.findByLabelText('开始的一天')).getAttribute('aria-label')!, '2026-12-01')
    await date('最后一天', '2026-12-15')
    expect(screen.queryByRole('button', { name: '去掉第 1 题' })).toBeNull()
    expect(screen.getByRole('button', { name: '第 2 题往前移' })).toHaveAttribute('aria-disabled', 'true')
    await press('第 3 题往前移')
    await press('去掉第 8 题')
    await press('加一题')
    await press('保存草稿')
    expect(screen.getByText('第 8 题没有写题目')).toBeInTheDocument()
    await userEvent.type(screen.getByRole('textbox', { name: '第 8 题的题目' }), '电梯里干净吗？')
    await press('保存草稿')
    await waitFor(() => expect(sent('saveSurvey')).toHaveLength(1))
    expect(sent('saveSurvey')[0]!.questions!.map(({ id }) => id)).toEqual(['overall', 'greening', 'cleaning', 'order', 'repairs', 'attitude', 'complaints', 'own1'])
  })

  it('what was typed is kept on the phone, and the standard questions come back after a question', async () => {
    opened(none, inJinxiu)
    await press('去掉第 8 题')
    expect(Taro.setStorageSync).toHaveBeenCalledWith(expect.stringMatching(/^draft:survey:jinxiu:2026/), expect.anything())
    await press('换回标准问卷')
    expect(await screen.findByRole('textbox', { name: '第 8 题的题目' })).toBeInTheDocument()
  })

  it('a draft is published with the version that was read, after a question that says what becomes fixed', async () => {
    let stage: 'draft' | 'scheduled' = 'draft'
    const sent = opened({ readSurveys: () => ({ year: 2026, surveys: [draftOf({ stage })] }), readSurvey: () => readSurvey(draftOf({ stage })), publishSurvey: () => { stage = 'scheduled'; return { asked: 398 } } }, inJinxiu)
    expect(await screen.findByText(`1. ${questionnaire.questions[0]!.text}`)).toBeInTheDocument()
    expect(await screen.findByText('名册 412 户')).toBeInTheDocument()
    jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true } as never)
    await press('发布调查')
    expect(Taro.showModal).toHaveBeenLastCalledWith(expect.objectContaining({ content: expect.stringContaining('日期、题目和应调查的户就都定下') as string }))
    expect(sent('publishSurvey')).toEqual([])
    await press('发布调查')
    await hear('已发布，应调查 398 户')
    expect(sent('publishSurvey')).toEqual([{ surveyId: 'survey:demo:jinxiu:2026', version: 3 }])
    expect(await screen.findByText(/到时自动开始/)).toBeInTheDocument()
  })

  it('one that is published on its first day opens at once, and what was told of it still stands', async () => {
    let stage: 'draft' | 'open' = 'draft'
    const today = { stage: 'draft' as const, opensAt: Date.parse('2026-11-24T00:00:00+08:00') }
    opened({ readSurveys: () => ({ year: 2026, surveys: [draftOf({ ...today, stage })] }), readSurvey: () => readSurvey(draftOf(today)), publishSurvey: () => { stage = 'open'; return { asked: 398 } } }, inJinxiu)
    await press('发布调查')
    expect(await screen.findByText(/结束，之后自动计票/)).toBeInTheDocument()
    await hear('已发布，应调查 398 户')
  })

  it('who changed the questions meanwhile is heard of in words', async () => {
    opened({ readSurveys: () => ({ year: 2026, surveys: [draftOf()] }), readSurvey: () => readSurvey(draftOf()), publishSurvey: () => { throw new Refused('QUESTIONNAIRE_CHANGED', '问卷刚刚被修改过，请重新看一遍再发布') } }, inJinxiu)
    await press('发布调查')
    expect(await screen.findByText('问卷刚刚被修改过，请重新看一遍再发布')).toBeInTheDocument()
  })

  it('a published one can be changed until it opens, and says that it goes back to a draft', async () => {
    opened({ readSurveys: () => ({ year: 2026, surveys: [draftOf({ stage: 'scheduled' })] }), readSurvey: () => readSurvey(draftOf({ stage: 'scheduled' })) }, inJinxiu)
    await press('修改（退回草稿）')
    expect(screen.getByText(/保存修改会退回草稿，须再发布一次/)).toBeInTheDocument()
    expect(screen.getByLabelText('最后一天')).toHaveValue('2026-12-15')
    await press('不改了')
    expect(screen.getByText(/到时自动开始/)).toBeInTheDocument()
  })

  it('the auditor reads the plan and has no buttons', async () => {
    opened({ readSurveys: () => ({ year: 2026, surveys: [draftOf()] }), readSurvey: () => readSurvey(draftOf()) }, inJinxiu, auditor)
    const questions = await screen.findByText(`1. ${questionnaire.questions[0]!.text}`)
    expect(within(questions.closest('div')!).queryByRole('button')).toBeNull()
    expect(screen.queryByRole('button', { name: /发布|修改|保存/ })).toBeNull()
  })
})
