import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import { codeFrom, showCode } from '../../../domain/household/code'
import SlipsPage from '@/office/pages/slips'
import { qrPicture } from '@/office/households/qrPicture'
import { keepDrawn } from '@/office/slips/drawnSlips'
import { setRouterParams } from '../../doubles/taro'
import { cloudAnswers, draw, Refused } from '../support'
import { auditor, office } from './support'

const slip = (nth: number) => ({ householdId: `h${nth}`, label: `3 幢 ${nth}`, code: codeFrom(String(nth).padStart(18, '0')) })
const FIRST = [slip(11), slip(12)]
const SECOND = [slip(13)]

beforeEach(() => {
  setRouterParams({})
  for (const { id } of office.estates) keepDrawn(id, [])
})
async function opened(answers: Parameters<typeof cloudAnswers>[0] = {}, me = office) {
  let runs = 0
  const calls = cloudAnswers({ whoAmI: () => me, recordConsent: () => ({}), issueSlips: () => ((runs += 1) === 1 ? { estateName: '锦绣花园', slips: FIRST, left: 1 } : { estateName: '锦绣花园', slips: SECOND, left: 0 }), ...answers })
  const page = draw(<SlipsPage />)
  await waitFor(() => expect(calls.some(({ action }) => action === 'whoAmI')).toBe(true))
  return { page, sent: () => calls.filter(({ action }) => action === 'issueSlips').map(({ request }) => request as Actions['issueSlips']['request']) }
}
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const codes = () => screen.queryAllByRole('img', { name: /^绑定码/ }).map(({ textContent }) => textContent)

it('slips are drawn after a question, for a building, and the rest under another key', async () => {
  const { sent } = await opened()
  await userEvent.type(await screen.findByRole('textbox', { name: '楼栋' }), ' 3 ')
  jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true } as never)
  await press('发绑定码')
  expect(sent()).toEqual([])
  await press('发绑定码')
  expect(await screen.findByText('刚发了 2 户，还有 1 户没有发。')).toBeInTheDocument()
  expect(codes()).toEqual(FIRST.map(({ code }) => showCode(code)))
  await press('再发 1 户')
  expect(await screen.findByText('刚发了 1 户，3 幢都发完了。')).toBeInTheDocument()
  expect(codes()).toEqual([...FIRST, ...SECOND].map(({ code }) => showCode(code)))
  const [first, second] = sent()
  expect([first, second]).toMatchObject([{ estateId: 'jinxiu', building: '3' }, { estateId: 'jinxiu', building: '3' }])
  expect(first!.key).not.toBe(second!.key)
})

it('an answer that was lost is asked for under the same key, also after the page was left', async () => {
  let isLost = true
  const issueSlips = () => {
    if (isLost) throw new Refused('BUSY', '办理的人较多，请稍后再试')
    return { estateName: '锦绣花园', slips: FIRST, left: 0 }
  }
  const first = await opened({ issueSlips })
  await press('发绑定码')
  expect(await screen.findByText('办理的人较多，请稍后再试')).toBeInTheDocument()
  first.page.unmount()
  isLost = false
  const second = await opened({ issueSlips })
  await press('发绑定码')
  await waitFor(() => expect(codes()).toHaveLength(2))
  expect(second.sent()[0]!.key).toBe(first.sent()[0]!.key)
})

it('a slip says to whom, what and how, and carries the code as a picture', async () => {
  await opened()
  await press('发绑定码')
  const face = (await screen.findByText('锦绣花园 3 幢 11')).closest<HTMLElement>('.slip')!
  expect(within(face).getByText('2. 点“我的”，再点“绑定住户”，扫二维码，或输入绑定码。')).toBeInTheDocument()
  expect(within(face).getByText('有疑问请联系考核办：0573-1234')).toBeInTheDocument()
  expect(face.querySelector('img')).toHaveAttribute('src', qrPicture(`h=${FIRST[0]!.code}`))
})

it('another page looked at meanwhile loses none; put away, they are gone', async () => {
  const { page } = await opened()
  await press('发绑定码')
  await waitFor(() => expect(codes()).toHaveLength(2))
  page.unmount()
  await opened()
  await waitFor(() => expect(codes()).toHaveLength(2))
  await press('都印好了，收起')
  await waitFor(() => expect(codes()).toEqual([]))
})

it('WeChat does not print: it says so, and all are copied as text', async () => {
  await opened()
  await press('发绑定码')
  expect(await screen.findByText(/微信里不能打印/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /打印/ })).toBeNull()
  await press('复制文字')
  await waitFor(() => expect(Taro.setClipboardData).toHaveBeenCalledWith({ data: expect.stringMatching(/3 幢 11\n.+\n1\. [^]+3 幢 12\n.+\n1\. /) as string }))
})

it('where nobody needs one that is said, with what to do about a lost one', async () => {
  await opened({ issueSlips: () => ({ estateName: '锦绣花园', slips: [], left: 0 }) })
  await press('发绑定码')
  expect(await screen.findByText(/没有要发的.*单独补发/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /发绑定码|再发/ })).toBeNull()
})

it('nobody but the office draws', async () => {
  await opened({}, auditor)
  expect(await screen.findByText('绑定码由镇考核办发放。')).toBeInTheDocument()
})

it('a picture is dark where the code is and white around it', () => {
  const svg = decodeURIComponent(qrPicture('h=ABCDEFGHJK').replace('data:image/svg+xml,', ''))
  // The smallest picture that holds it is 21 modules wide, and has two of white on each side.
  expect(svg).toContain('viewBox="0 0 25 25"')
  for (const corner of ['M2 2h', 'M22 2h', 'M2 22h']) expect(svg).toContain(corner)
  expect(svg).not.toMatch(/M1 |M\d+ 1h/)
})
