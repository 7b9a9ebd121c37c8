import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { CaseSummary } from '../../../types/api/common'
import DeskPage from '@/office/pages/desk'
import { setRouterParams } from '../../doubles/taro'
import { NOW, cloudAnswers, draw, readCase, summary } from '../support'
import { office } from './support'

const waitingCase = (id: string, placeText: string): CaseSummary => ({ ...summary, id, placeText, state: 'submitted', dueAt: null, mine: null, createdAt: NOW - 3_600_000 })
const [bins, gate, garden] = [waitingCase('c1', '垃圾分类亭'), waitingCase('c2', '南大门'), waitingCase('c3', '中心花园')]

const rows = () => screen.getAllByRole('option').map((row) => row.getAttribute('aria-label')?.split('，')[1])
const openRow = () => screen.getAllByRole('option').find((row) => row.getAttribute('aria-selected') === 'true')?.getAttribute('aria-label')?.split('，')[1]

/** The desk on a PC, with these cases waiting to be filed. */
async function atThePc(waiting: CaseSummary[]) {
  jest.mocked(Taro.getWindowInfo).mockReturnValue({ windowWidth: 1280 } as never)
  setRouterParams({ kind: 'toFile' })
  const left = [...waiting]
  const calls = cloudAnswers({
    whoAmI: () => office,
    readDesk: () => ({ waiting: [], photosToDecide: 0 }) as never,
    listCases: () => ({ cases: [...left], nextCursor: null }),
    readCase: ({ caseId }) => ({ ...readCase, summary: waiting.find(({ id }) => id === caseId)!, deadline: null, myReportId: null, allowed: ['fileCase', 'refuseCase'] }),
    fileCase: ({ caseId }) => {
      left.splice(left.findIndex(({ id }) => id === caseId), 1)
      return { dueAt: NOW + 7_200_000 }
    },
  })
  draw(<DeskPage />)
  await screen.findAllByRole('option')
  return { left, filed: () => calls.filter(({ action }) => action === 'fileCase').map(({ request }) => (request as { caseId: string }).caseId) }
}

afterEach(() => {
  jest.mocked(Taro.getWindowInfo).mockReturnValue({ windowWidth: 390 } as never)
})

it('at a PC the oldest case stands open beside its list, and after each decision the next one opens by itself', async () => {
  const { filed } = await atThePc([bins, gate, garden])
  expect(rows()).toEqual(['锦绣花园 · 垃圾分类亭', '锦绣花园 · 南大门', '锦绣花园 · 中心花园'])
  for (const [place, next] of [['垃圾分类亭', '南大门'], ['南大门', '中心花园']] as const) {
    await waitFor(() => expect(openRow()).toBe(`锦绣花园 · ${place}`))
    await userEvent.click(await screen.findByRole('button', { name: '立案并派遣' }))
    await waitFor(() => expect(openRow()).toBe(`锦绣花园 · ${next}`))
    // What came of it is told once, above the next case.
    expect(screen.getAllByText(new RegExp(`锦绣花园 ${place}）：已立案并派遣`))).toHaveLength(1)
  }
  await userEvent.click(await screen.findByRole('button', { name: '立案并派遣' }))
  expect(await screen.findByText('没有等待立案的报告')).toBeInTheDocument()
  expect(screen.getByText(/锦绣花园 中心花园）：已立案并派遣/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '立案并派遣' })).toBeNull()
  expect(filed()).toEqual(['c1', 'c2', 'c3'])
})

it('a case that came in before the others does not take the turn of the one that is next', async () => {
  const { left } = await atThePc([gate, garden])
  await waitFor(() => expect(openRow()).toBe('锦绣花园 · 南大门'))
  left.unshift(bins)
  await userEvent.click(await screen.findByRole('button', { name: '立案并派遣' }))
  await waitFor(() => expect(rows()).toEqual(['锦绣花园 · 垃圾分类亭', '锦绣花园 · 中心花园']))
  await waitFor(() => expect(openRow()).toBe('锦绣花园 · 中心花园'))
})

it('the decision stands before the story of the case at a PC, and after it on a phone', async () => {
  const order = () => {
    const [decision, story] = [screen.getByRole('radiogroup', { name: '怎么办理' }), screen.getByText(/^经过（/)]
    return decision.compareDocumentPosition(story) & Node.DOCUMENT_POSITION_FOLLOWING ? 'decision first' : 'story first'
  }
  await atThePc([bins])
  expect(within(await screen.findByRole('radiogroup', { name: '怎么办理' })).getAllByRole('radio')).toHaveLength(2)
  expect(order()).toBe('decision first')
})
