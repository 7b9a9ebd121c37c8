import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import { Outbox } from '@/domainViews/Outbox'
import ReportPage from '@/pages/report'
import { sendWaiting } from '@/services/reports/outbox'
import { openReports } from '@/services/reports/reportStore'
import { setRouterParams } from '../../doubles/taro'
import { Refused, cloudAnswers, draw, hear, resident, summary } from '../support'

type Report = Actions['reportCase']['request']
const nobodyElse = { whoAmI: () => resident, findSameProblems: () => ({ cases: [], near: [] }) }
const arrives = () => ({ caseId: 'c1', number: null, joinedInstead: false })
const noNetwork = () => { throw new Error('cloud.callFunction:fail') }
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const reportsOf = (calls: ReturnType<typeof cloudAnswers>) => calls.filter(({ action }) => action === 'reportCase').map(({ request }) => request as Report)

beforeEach(() => setRouterParams({}))

/** Everything up to the last step, by hand. */
async function fillIn(text = '分类亭边上垃圾没人清') {
  await userEvent.click(await screen.findByRole('button', { name: '没有照片，先跳过' }))
  await userEvent.click(screen.getByRole('radio', { name: '垃圾分类亭' }))
  await userEvent.type(await screen.findByRole('textbox', { name: '出了什么问题' }), text)
  await userEvent.click((await screen.findAllByRole('radio', { name: '地上脏、有垃圾' }))[0]!)
}

it('without a network nothing is lost: after a killed app it is sent by itself, once, under the same key', async () => {
  let online = false
  const calls = cloudAnswers({ ...nobodyElse, reportCase: () => (online ? arrives() : noNetwork()) })
  const first = draw(<ReportPage />)
  await fillIn()
  await press('提交报告')
  expect(await screen.findByText('已经存好，等着发送')).toBeInTheDocument()
  expect(screen.getByText(/网络不通/)).toBeInTheDocument()
  first.unmount()

  // The app is opened again: all it knows is what stands on the phone.
  openReports()
  online = true
  await act(sendWaiting)
  await act(sendWaiting)
  const sent = reportsOf(calls)
  expect(sent).toHaveLength(2)
  expect(sent[1]).toEqual(sent[0])
  expect(sent[0]).toMatchObject({ estateId: 'jinxiu', categoryCode: '0201', place: { spotId: 'bins' }, text: '分类亭边上垃圾没人清', photos: [] })
  expect(sent[0]).not.toHaveProperty('level')
  draw(<Outbox person={{ id: 'p1' }} estates={resident.estates} />)
  await hear('您的报告已发出，考核办会先看一看。')
})

it('two taps send one report', async () => {
  const calls = cloudAnswers({ ...nobodyElse, reportCase: () => new Promise((resolve) => setTimeout(() => resolve(arrives()), 50)) })
  draw(<ReportPage />)
  await fillIn()
  const button = screen.getByRole('button', { name: '提交报告' })
  // Both before the page is drawn again.
  act(() => {
    button.click()
    button.click()
  })
  expect(await screen.findByText('已经收到，谢谢您')).toBeInTheDocument()
  await act(sendWaiting)
  expect(reportsOf(calls)).toHaveLength(1)
})

it('the next report is a new one, with a key of its own', async () => {
  const calls = cloudAnswers({ ...nobodyElse, reportCase: arrives })
  draw(<ReportPage />)
  await fillIn()
  await press('提交报告')
  await userEvent.click(await screen.findByRole('button', { name: '再报一个' }))
  await fillIn()
  await press('提交报告')
  await screen.findByText('已经收到，谢谢您')
  const [one, two] = reportsOf(calls).map(({ key }) => key)
  expect(two).toMatch(/^\w{24}$/)
  expect(two).not.toBe(one)
})

it('from home to the word that it has come it is six taps beside the photo, with words of one’s own', async () => {
  cloudAnswers({ ...nobodyElse, reportCase: arrives })
  draw(<ReportPage />)
  // 1: 报告问题 at home.
  let taps = 1
  const tap = async (element: HTMLElement) => {
    taps += 1
    await userEvent.click(element)
  }
  await userEvent.click(await screen.findByRole('button', { name: '拍照或从相册选' }))
  await tap(await screen.findByRole('button', { name: '下一步' }))
  await tap(screen.getByRole('radio', { name: '垃圾分类亭' }))
  const words = await screen.findByRole('textbox', { name: '出了什么问题' })
  await tap(words)
  await userEvent.keyboard('桶边垃圾没人清')
  await tap((await screen.findAllByRole('radio', { name: '地上脏、有垃圾' }))[0]!)
  await tap(await screen.findByRole('button', { name: '提交报告' }))
  expect(await screen.findByText('已经收到，谢谢您')).toBeInTheDocument()
  expect(taps).toBeLessThanOrEqual(6)
})

it('who only taps a picture has said what stands below it', async () => {
  const calls = cloudAnswers({ ...nobodyElse, reportCase: arrives })
  draw(<ReportPage />)
  await userEvent.click(await screen.findByRole('button', { name: '没有照片，先跳过' }))
  await userEvent.click(screen.getByRole('radio', { name: '垃圾分类亭' }))
  await userEvent.click(await screen.findByRole('radio', { name: '井盖坏了' }))
  await press('提交报告')
  await screen.findByText('已经收到，谢谢您')
  expect(reportsOf(calls)[0]).toMatchObject({ categoryCode: '0104', text: '井盖坏了' })
})

it('the promised limit stands there before sending', async () => {
  cloudAnswers(nobodyElse)
  draw(<ReportPage />)
  await fillIn()
  expect(await screen.findByText(/^现在就派的话，今天下午两点前处理/)).toBeInTheDocument()
})

it('a limit in days says that the day of dispatch is not counted, and nothing of the hour at which one reads it', async () => {
  cloudAnswers(nobodyElse)
  draw(<ReportPage />)
  await userEvent.click(await screen.findByRole('button', { name: '没有照片，先跳过' }))
  await userEvent.click(screen.getByRole('radio', { name: '垃圾分类亭' }))
  await userEvent.click(await screen.findByRole('radio', { name: '井盖坏了' }))
  expect(await screen.findByText('从派给物业算起，3 个工作日内处理。派出当天不算。')).toBeInTheDocument()
})

it('nothing goes on without a place, and the page says what is missing', async () => {
  cloudAnswers(nobodyElse)
  draw(<ReportPage />)
  await userEvent.click(await screen.findByRole('button', { name: '没有照片，先跳过' }))
  await press('下一步')
  expect(screen.getByText('请点选一个位置，或用几个字写明在哪里')).toBeInTheDocument()
})

it.each([
  ['blanks', '   ', /请用几个字说明情况，比如/],
  ['an emoji', '😡😡', /只有符号或表情看不明白/],
  ['3,000 characters', '脏'.repeat(3000), '最多 1000 字，现在 3000 字，请删去 2000 字'],
] as const)('%s are kept and told beside the field', async (_, text, told) => {
  const calls = cloudAnswers(nobodyElse)
  draw(<ReportPage />)
  await userEvent.click(await screen.findByRole('button', { name: '没有照片，先跳过' }))
  await userEvent.click(screen.getByRole('radio', { name: '垃圾分类亭' }))
  await userEvent.click(await screen.findByRole('textbox', { name: '出了什么问题' }))
  await userEvent.paste(text)
  await press('下一步')
  expect(screen.getByRole('alert')).toHaveTextContent(told)
  expect(screen.getByRole('textbox', { name: '出了什么问题' })).toHaveValue(text)
  expect(reportsOf(calls)).toEqual([])
})

it('a neighbour’s open case of the same problem is joined by a tap, under a key of its own', async () => {
  const calls = cloudAnswers({ ...nobodyElse, findSameProblems: () => ({ cases: [{ ...summary, mine: null, reportCount: 3 }], near: [] }), joinCase: () => ({ caseId: 'c1', counted: false }) })
  draw(<ReportPage />)
  await fillIn()
  expect(await screen.findByText('已反映 3 次')).toBeInTheDocument()
  await press('是同一个，跟进')
  expect(await screen.findByText('已加入跟进')).toBeInTheDocument()
  expect(calls.find(({ action }) => action === 'joinCase')?.request).toMatchObject({ caseId: 'c1', key: expect.stringMatching(/^\w{24}-join$/) })
  expect(reportsOf(calls)).toEqual([])
})

it('one that may be the same is offered apart, and sending stays a tap away', async () => {
  cloudAnswers({ ...nobodyElse, findSameProblems: () => ({ cases: [], near: [{ ...summary, mine: null }] }), reportCase: arrives })
  draw(<ReportPage />)
  await fillIn()
  expect(await screen.findByText('这些可能是同一个问题')).toBeInTheDocument()
  await press('提交报告')
  expect(await screen.findByText('已经收到，谢谢您')).toBeInTheDocument()
})

it('a text that does not pass is told beside the field, and is still there to be changed', async () => {
  const calls = cloudAnswers({ ...nobodyElse, reportCase: ({ text }) => { if (text.includes('脏话')) throw new Refused('TEXT_REJECTED', '文字未通过内容安全检查，请修改后再提交'); return arrives() } })
  draw(<ReportPage />)
  await fillIn('脏话脏话')
  await press('提交报告')
  expect(await screen.findByText('文字未通过内容安全检查，请修改后再提交')).toBeInTheDocument()
  const words = screen.getByRole('textbox', { name: '出了什么问题' })
  expect(words).toHaveValue('脏话脏话')
  await userEvent.clear(words)
  await userEvent.type(words, '垃圾没人清')
  expect(screen.queryByText('文字未通过内容安全检查，请修改后再提交')).not.toBeInTheDocument()
  await press('下一步')
  await press('提交报告')
  expect(await screen.findByText('已经收到，谢谢您')).toBeInTheDocument()
  expect(reportsOf(calls).map(({ key }) => key)).toEqual([expect.any(String), reportsOf(calls)[0]!.key])
})

it('an estate that has left the town is chosen anew, and all else is still there', async () => {
  const calls = cloudAnswers({
    ...nobodyElse, reportCase: ({ estateId }) => { if (estateId === 'jinxiu') throw new Refused('ESTATE_LEFT', '“锦绣花园”现在不在本镇的管理范围'); return arrives() },
    whoAmI: () => ({ ...resident, estates: [...resident.estates, { id: 'heping', name: '和平苑', townName: '演示镇', spots: [] }] }),
  })
  draw(<ReportPage />)
  await fillIn()
  await press('提交报告')
  expect(await screen.findByText('“锦绣花园”现在不在本镇的管理范围')).toBeInTheDocument()
  await press(/换小区/)
  await userEvent.click(screen.getByRole('radio', { name: '和平苑' }))
  await userEvent.type(screen.getByRole('textbox', { name: '具体位置' }), '门口')
  await press('下一步')
  await press('下一步')
  await press('提交报告')
  await screen.findByText('已经收到，谢谢您')
  expect(reportsOf(calls)[1]).toMatchObject({ estateId: 'heping', place: { detail: '门口' }, text: '分类亭边上垃圾没人清' })
})

it('what may be said beside a spot is said before the tap that leaves the page, and what is said instead of one after it', async () => {
  cloudAnswers(nobodyElse)
  draw(<ReportPage />)
  await userEvent.click(await screen.findByRole('button', { name: '没有照片，先跳过' }))
  const comesBefore = () => Boolean(screen.getByRole('textbox', { name: '具体位置' }).compareDocumentPosition(screen.getByRole('radiogroup', { name: '位置' })) & Node.DOCUMENT_POSITION_FOLLOWING)
  expect(comesBefore()).toBe(true)
  await userEvent.click(screen.getByRole('radio', { name: '别的地方' }))
  expect(comesBefore()).toBe(false)
})

it('only the office is asked where a report comes from', async () => {
  cloudAnswers({ ...nobodyElse, whoAmI: () => ({ ...resident, person: { ...resident.person!, grants: [{ role: 'office' }] } }) })
  draw(<ReportPage />)
  await fillIn()
  expect(screen.getByRole('radiogroup', { name: '来源' })).toBeInTheDocument()
})

it('who is bound to a household finds the own building chosen', async () => {
  const spots = [...resident.estates[0]!.spots, { id: 'b3', name: '3 幢' }]
  cloudAnswers({ ...nobodyElse, whoAmI: () => ({ ...resident, estates: [{ ...resident.estates[0]!, spots }], households: [{ id: 'h1', estateId: 'jinxiu', estateName: '锦绣花园', label: '3 幢 2 单元 501', relation: 'lives' }] }) })
  draw(<ReportPage />)
  await userEvent.click(await screen.findByRole('button', { name: '没有照片，先跳过' }))
  const [first] = within(screen.getByRole('radiogroup', { name: '位置' })).getAllByRole('radio')
  expect(first).toHaveAccessibleName('3 幢')
  expect(first).toHaveAttribute('aria-checked', 'true')
  await press('下一步')
  expect(await screen.findByRole('textbox', { name: '出了什么问题' })).toBeInTheDocument()
})

it('a relative reports for an elder: the household goes with it, and its estate and building are chosen', async () => {
  const elder = { id: 'h9', estateId: 'heping', estateName: '和平苑', label: '1 幢 301', relation: 'relative' } as const
  const calls = cloudAnswers({ ...nobodyElse, reportCase: arrives, whoAmI: () => ({ ...resident, households: [elder], estates: [...resident.estates, { id: 'heping', name: '和平苑', townName: '演示镇', spots: [{ id: 'hp1', name: '1 幢' }] }] }) })
  draw(<ReportPage />)
  await userEvent.click(await screen.findByRole('button', { name: '没有照片，先跳过' }))
  await userEvent.click(screen.getByRole('radio', { name: '替家里老人报' }))
  await press('下一步')
  await userEvent.type(await screen.findByRole('textbox', { name: '出了什么问题' }), '楼道灯不亮')
  await press('下一步')
  await press('提交报告')
  await screen.findByText('已经收到，谢谢您')
  expect(reportsOf(calls)[0]).toMatchObject({ estateId: 'heping', place: { spotId: 'hp1' }, forHouseholdId: 'h9' })
})

it('a map position goes with it when it is asked for, about a metre fine', async () => {
  const calls = cloudAnswers({ ...nobodyElse, reportCase: arrives })
  draw(<ReportPage />)
  await userEvent.click(await screen.findByRole('button', { name: '没有照片，先跳过' }))
  await press('用我现在的位置')
  expect(await screen.findByText('已附上您现在的位置（误差约 15 米）。')).toBeInTheDocument()
  await press('下一步')
  await userEvent.type(await screen.findByRole('textbox', { name: '出了什么问题' }), '草坪秃了')
  await press('下一步')
  await press('提交报告')
  await screen.findByText('已经收到，谢谢您')
  expect(reportsOf(calls)[0]?.place).toEqual({ location: { latitude: 30.12346, longitude: 120.76543 } })
})

it.each([
  ['refused', () => Promise.reject({ errMsg: 'getLocation:fail auth deny' }), /手机没有允许取位置。不用位置也能照常报告/],
  ['not found', () => Promise.reject({ errMsg: 'getLocation:fail timeout' }), /没有取到位置/],
  ['too coarse', () => Promise.resolve({ latitude: 30, longitude: 120, accuracy: 800 }), /误差约 800 米/],
] as const)('a position that is %s hinders nothing', async (_, located, words) => {
  jest.mocked(Taro.getLocation).mockImplementationOnce(located as never)
  cloudAnswers(nobodyElse)
  draw(<ReportPage />)
  await userEvent.click(await screen.findByRole('button', { name: '没有照片，先跳过' }))
  await press('用我现在的位置')
  expect(await screen.findByText(words)).toBeInTheDocument()
  await userEvent.click(screen.getByRole('radio', { name: '南大门' }))
  expect(await screen.findByRole('textbox', { name: '出了什么问题' })).toBeInTheDocument()
})

it('a report can be begun without a network, by what the phone knew last', async () => {
  cloudAnswers(nobodyElse)
  const before = draw(<ReportPage />)
  await screen.findByText('先拍张照片')
  before.unmount()
  cloudAnswers({ whoAmI: noNetwork, readRulebook: noNetwork })
  draw(<ReportPage />)
  await userEvent.click(await screen.findByRole('button', { name: '没有照片，先跳过' }))
  await waitFor(() => expect(screen.getByRole('radio', { name: '垃圾分类亭' })).toBeInTheDocument())
})
