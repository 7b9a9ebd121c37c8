import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Actions } from '../../../types/api'
import ReportPage from '@/pages/report'
import { Refused, cloudAnswers, draw, resident, summary } from '../support'

type Report = Actions['reportCase']['request']
const nobodyElse = { whoAmI: () => resident, findSameProblems: () => ({ cases: [] }) }
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))

/** Everything up to the last step, by hand. */
async function fillIn() {
  await userEvent.click(await screen.findByRole('button', { name: '没有照片，先跳过' }))
  await userEvent.click(screen.getByRole('radio', { name: '垃圾分类亭' }))
  await press('下一步')
  await userEvent.type(screen.getByRole('textbox', { name: '出了什么问题' }), '分类亭边上垃圾没人清')
  await userEvent.click((await screen.findAllByRole('radio', { name: '清扫保洁不干净' }))[0]!)
  await press('下一步')
}

it('what was filled in survives a failed send, and is sent again under the same key', async () => {
  let online = false
  const calls = cloudAnswers({
    ...nobodyElse,
    reportCase: () => {
      if (!online) throw new Error('cloud.callFunction:fail')
      return { caseId: 'c1', number: '202611-0012', joinedInstead: false }
    },
  })
  const first = draw(<ReportPage />)
  await fillIn()
  await press('提交报告')
  expect(await screen.findByText(/网络不通/)).toBeInTheDocument()
  first.unmount()

  online = true
  draw(<ReportPage />)
  expect(await screen.findByText('分类亭边上垃圾没人清')).toBeInTheDocument()
  await press('提交报告')
  expect(await screen.findByText('编号 202611-0012')).toBeInTheDocument()
  const sent = calls.filter(({ action }) => action === 'reportCase').map(({ request }) => request as Report)
  expect(sent).toHaveLength(2)
  expect(sent[1]).toEqual(sent[0])
  expect(sent[0]).toMatchObject({ estateId: 'jinxiu', categoryCode: '0201', place: { spotId: 'bins' }, text: '分类亭边上垃圾没人清', photos: [] })
  expect(sent[0]).not.toHaveProperty('level')
})

it('two taps send one report', async () => {
  const calls = cloudAnswers({ ...nobodyElse, reportCase: () => new Promise((resolve) => setTimeout(() => resolve({ caseId: 'c1', number: '202611-0012', joinedInstead: false }), 50)) })
  draw(<ReportPage />)
  await fillIn()
  const button = screen.getByRole('button', { name: '提交报告' })
  // Both before the page is drawn again.
  act(() => {
    button.click()
    button.click()
  })
  expect(await screen.findByText('编号 202611-0012')).toBeInTheDocument()
  expect(calls.filter(({ action }) => action === 'reportCase')).toHaveLength(1)
})

it('the next report is a new one, with a key of its own', async () => {
  const calls = cloudAnswers({ ...nobodyElse, reportCase: () => ({ caseId: 'c1', number: '202611-0012', joinedInstead: false }) })
  draw(<ReportPage />)
  await fillIn()
  await press('提交报告')
  await userEvent.click(await screen.findByRole('button', { name: '再报一个' }))
  await fillIn()
  await press('提交报告')
  await screen.findByText('编号 202611-0012')
  const [one, two] = calls.filter(({ action }) => action === 'reportCase').map(({ request }) => (request as Report).key)
  expect(two).toMatch(/^\w{24}$/)
  expect(two).not.toBe(one)
})

it('the promised limit stands there before sending', async () => {
  cloudAnswers(nobodyElse)
  draw(<ReportPage />)
  await fillIn()
  expect(await screen.findByText(/清扫保洁不干净：派给物业后 2 个工作时内处置，如果现在就派，预计今天（周二）/)).toBeInTheDocument()
})

it('nothing goes on without a place, and the page says what is missing', async () => {
  cloudAnswers(nobodyElse)
  draw(<ReportPage />)
  await userEvent.click(await screen.findByRole('button', { name: '没有照片，先跳过' }))
  await press('下一步')
  expect(screen.getByText('请点选一个位置，或用几个字写明在哪里')).toBeInTheDocument()
})

it('a neighbour’s open case of the same problem is joined by a tap, under a key of its own', async () => {
  const calls = cloudAnswers({ ...nobodyElse, findSameProblems: () => ({ cases: [{ ...summary, mine: null }] }), joinCase: () => ({ caseId: 'c1', counted: false }) })
  draw(<ReportPage />)
  await fillIn()
  await userEvent.click(await screen.findByRole('button', { name: '是同一个，跟进' }))
  expect(await screen.findByText('已加入跟进')).toBeInTheDocument()
  expect(calls.find(({ action }) => action === 'joinCase')?.request).toMatchObject({ caseId: 'c1', key: expect.stringMatching(/^\w{24}-join$/) })
  expect(calls.some(({ action }) => action === 'reportCase')).toBe(false)
})

it('a refusal is told in the server’s words beside what was filled in', async () => {
  cloudAnswers({ ...nobodyElse, reportCase: () => { throw new Refused('TEXT_REJECTED', '文字未通过内容安全检查，请修改后再提交') } })
  draw(<ReportPage />)
  await fillIn()
  await press('提交报告')
  expect(await screen.findByText('文字未通过内容安全检查，请修改后再提交')).toBeInTheDocument()
  expect(screen.getByText('分类亭边上垃圾没人清')).toBeInTheDocument()
})

it('only the office is asked where a report comes from', async () => {
  cloudAnswers({ ...nobodyElse, whoAmI: () => ({ ...resident, person: { ...resident.person!, grants: [{ role: 'office' }] } }) })
  draw(<ReportPage />)
  await fillIn()
  expect(screen.getByRole('radiogroup', { name: '来源' })).toBeInTheDocument()
})
