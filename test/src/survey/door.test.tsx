import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import { isSecret, showSecret } from '../../../domain/survey/secret'
import { OVERALL } from '../../../domain/survey/questionnaire'
import DoorPage from '@/survey/pages/door'
import { clearPhone, setRouterParams } from '../../doubles/taro'
import { Refused, cloudAnswers, draw } from '../support'
import { readSurvey, survey } from '../office/surveysSupport'

const short = { version: 1, questions: [{ id: OVERALL, text: '总体满意吗？' }, { id: 'cleaning', text: '打扫得干净吗？' }], remarkPrompt: '还有什么想说的？' }
const doors: Actions['listDoors']['reply']['doors'] = [{ householdId: 'h1', label: '3 幢 101', standing: 'open' }, { householdId: 'h2', label: '3 幢 102', standing: 'answered' }, { householdId: 'h3', label: '3 幢 201', standing: 'paper' }]

function opened(answers: Parameters<typeof cloudAnswers>[0] = {}) {
  setRouterParams({})
  const calls = cloudAnswers({
    readSurveys: () => ({ year: 2026, surveys: [survey(), survey({ id: 's2', estateId: 'cuihu', estateName: '翠湖园', stage: 'final' })] }), readSurvey: () => ({ ...readSurvey(), questionnaire: short }),
    listDoors: ({ building, open }) => ({ buildings: ['3', '4'], doors: building === '3' ? doors.filter(({ standing }) => !open || standing === 'open') : [] }), castAtDoor: () => ({ receipt: 'RRRRR-00000' }), ...answers,
  })
  draw(<DoorPage />)
  return <K extends keyof Actions>(name: K) => calls.filter(({ action }) => action === name).map(({ request }) => request as Actions[K]['request'])
}
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const choose = async (name: string | RegExp) => userEvent.click(await screen.findByRole('radio', { name }))
async function atTheDoor() {
  await choose('3 幢')
  await press(/3 幢 101/)
}
async function answered() {
  await press('请住户本人按')
  await choose('不满意')
  await screen.findByText('打扫得干净吗？')
  await choose('没接触过')
  await userEvent.type(await screen.findByRole('textbox', { name: '还有什么想说的？' }), '门禁坏了')
  await press('下一步')
}
const kept = () => JSON.stringify(jest.mocked(Taro.setStorageSync).mock.calls)

beforeEach(() => {
  clearPhone()
  jest.mocked(Taro.setStorageSync).mockClear()
})

it('a building shows who has not answered, and with a tap everybody', async () => {
  opened()
  await choose('3 幢')
  expect(await screen.findByText('3 幢 101')).toBeInTheDocument()
  expect(screen.queryByText('3 幢 102')).toBeNull()
  await userEvent.click(screen.getByRole('tab', { name: '全部' }))
  expect(await screen.findByText('已交纸质')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /3 幢 102/ })).toBeNull()
  await choose('4 幢')
  expect(await screen.findByText('4 幢没有应调查的户')).toBeInTheDocument()
})

it('the resident presses; the household gets its code and receipt, and then the phone has forgotten everything', async () => {
  const sent = opened()
  await atTheDoor()
  expect(await screen.findByText('请读给住户听')).toBeInTheDocument()
  await answered()
  await press('交卷')
  expect(await screen.findByText('谢谢您，已经交上')).toBeInTheDocument()
  const [cast] = sent('castAtDoor')
  expect(cast).toMatchObject({ surveyId: survey().id, householdId: 'h1', answers: [2, 0], remark: '门禁坏了' })
  expect(isSecret(cast!.secret)).toBe(true)
  for (const group of showSecret(cast!.secret).split('-')) expect(screen.getByText(group)).toBeInTheDocument()
  expect(screen.getByText('RRRRR-00000')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /复制|转发|分享/ })).toBeNull()
  await press('交还手机，下一户')
  expect(await screen.findByText('3 幢 101')).toBeInTheDocument()
  expect(screen.queryByText('RRRRR-00000')).toBeNull()
  expect(kept()).not.toContain(cast!.secret)
  expect(kept()).not.toMatch(/门禁坏了|\[2,/)
  await press(/3 幢 101/)
  await press('请住户本人按')
  expect(screen.getByRole('radio', { name: '不满意' })).toHaveAttribute('aria-checked', 'false')
})

it('the code stays until somebody says that it is copied', async () => {
  opened()
  await atTheDoor()
  await answered()
  await press('交卷')
  await screen.findByText('RRRRR-00000')
  jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true } as never)
  await press('交还手机，下一户')
  expect(screen.getByText('RRRRR-00000')).toBeInTheDocument()
})

it('what is broken off leaves nothing, and was never written on the phone', async () => {
  const sent = opened()
  await atTheDoor()
  await press('请住户本人按')
  await choose('非常满意')
  await screen.findByText('打扫得干净吗？')
  await press('不答了')
  expect(await screen.findByText('3 幢 101')).toBeInTheDocument()
  expect(sent('castAtDoor')).toEqual([])
  expect(kept()).toBe('[]')
  await press(/3 幢 101/)
  await press('请住户本人按')
  expect(screen.getByText('总体满意吗？')).toBeInTheDocument()
})

it('after a lost reply the same secret is sent again, and who gives up then is told that it may have arrived', async () => {
  let isLost = true
  const sent = opened({ castAtDoor: () => {
    if (isLost) throw new Error('timeout')
    return { receipt: 'RRRRR-00000' }
  } })
  await atTheDoor()
  await answered()
  await press('交卷')
  expect(await screen.findByText(/服务器没有及时回应/)).toBeInTheDocument()
  jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true } as never)
  await press('不答了')
  expect(Taro.showModal).toHaveBeenLastCalledWith(expect.objectContaining({ content: expect.stringContaining('刚才可能已经交上了') as string }))
  isLost = false
  await press('交卷')
  await screen.findByText('RRRRR-00000')
  const [first, second] = sent('castAtDoor')
  expect(second!.secret).toBe(first!.secret)
})

it('a household that has answered meanwhile is told why', async () => {
  opened({ castAtDoor: () => { throw new Refused('BALLOT_SPENT', '您家已经有人答过，一户一票') } })
  await atTheDoor()
  await answered()
  await press('交卷')
  expect(await screen.findByText('您家已经有人答过，一户一票')).toBeInTheDocument()
})

it('with no survey under way there is nothing to do at the doors', async () => {
  opened({ readSurveys: () => ({ year: 2026, surveys: [survey({ stage: 'scheduled' })] }) })
  expect(await screen.findByText('现在没有正在进行的调查')).toBeInTheDocument()
  await act(async () => undefined)
  await waitFor(() => expect(screen.queryByRole('radiogroup', { name: '楼栋' })).toBeNull())
})
