import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Actions } from '../../../types/api'
import { lastMonths } from '@/resident/estate/lastMonths'
import { meanWords } from '@/resident/estate/meanWords'
import EstatePage from '@/resident/pages/estate'
import { setRouterParams } from '../../doubles/taro'
import { NOW, cloudAnswers, draw } from '../support'

const line: Actions['listEstateCases']['reply']['cases'][number] = { caseId: 'c1', number: '202611-0007', origin: 'reported', categoryCode: '0201', placeText: '南大门', state: 'closed', createdAt: NOW - 86_400_000, closedAt: NOW, inTime: true, before: 'https://x/b.jpg', after: 'https://x/a.jpg' }
const news: Actions['readEstateNews']['reply'] = { estateId: 'jinxiu', estateName: '锦绣花园', month: '2026-11', reported: 3, fixed: 2, open: 1, late: 1, rating: null }
const fixed = [line, { ...line, caseId: null, number: '202611-0008', before: null, after: null, inTime: false }]
const listEstateCases = ({ list }: Actions['listEstateCases']['request']): Actions['listEstateCases']['reply'] => ({ cases: list === 'fixed' ? fixed : [{ ...line, caseId: 'c3', number: '202611-0009', state: 'dispatched', closedAt: null, inTime: null, before: null, after: null }], nextCursor: null })

beforeEach(() => setRouterParams({ estateId: 'jinxiu' }))

it('shows what was fixed, before and after, and opens only what the reader may open', async () => {
  cloudAnswers({ readEstateNews: () => news, listEstateCases })
  draw(<EstatePage />)
  expect(await screen.findByText('锦绣花园 · 2026年11月')).toBeInTheDocument()
  expect(await screen.findAllByText('处理前')).toHaveLength(1)
  expect(screen.getAllByText('昨天（周一）居民反映，今天（周二）处理好')).toHaveLength(2)
  expect(screen.getAllByRole('button', { name: /南大门/ })).toHaveLength(2)
  expect(screen.getByText('昨天（周一）居民反映')).toBeInTheDocument()
  expect(screen.getByText('居民评价：本月过完后公布。')).toBeInTheDocument()
})

it('another month is one tap', async () => {
  const calls = cloudAnswers({ readEstateNews: ({ month = '2026-11' }) => ({ ...news, month, rating: month === '2026-10' ? { sum: 42, count: 10 } : null }), listEstateCases })
  draw(<EstatePage />)
  await screen.findByText('锦绣花园 · 2026年11月')
  await userEvent.click(screen.getByRole('radio', { name: '10月' }))
  expect(await screen.findByText('居民评价：平均 4.2 分（满分 5 分，满意），10 人评')).toBeInTheDocument()
  await waitFor(() => expect(calls.filter(({ action }) => action === 'readEstateNews').pop()?.request).toEqual({ estateId: 'jinxiu', month: '2026-10' }))
})

it('shows more of what was fixed by a tap, and each list by itself', async () => {
  const calls = cloudAnswers({
    readEstateNews: () => news,
    listEstateCases: ({ list, cursor }) => (list === 'open' ? listEstateCases({ estateId: 'jinxiu', list }) : { cases: [{ ...line, number: `202611-000${cursor ? 2 : 1}`, placeText: cursor ? '北大门' : '南大门' }], nextCursor: cursor ? null : 'c10' }),
  })
  draw(<EstatePage />)
  await userEvent.click(await screen.findByText('再看一些'))
  expect(await screen.findByRole('button', { name: /北大门/ })).toBeInTheDocument()
  expect(calls.filter(({ action }) => action === 'listEstateCases').map(({ request }) => request)).toMatchObject([{ list: 'fixed' }, { list: 'open' }, { list: 'fixed', cursor: 'c10' }])
  expect(screen.getByText('没有更多了')).toBeInTheDocument()
})

it('a month in which nothing was filed says so, and asks for no list', async () => {
  const calls = cloudAnswers({ readEstateNews: () => ({ ...news, reported: 0, fixed: 0, open: 0, late: 0 }) })
  draw(<EstatePage />)
  expect(await screen.findByText('这个月没有受理的问题')).toBeInTheDocument()
  expect(calls.some(({ action }) => action === 'listEstateCases')).toBe(false)
})

it('months go back over the new year', () => {
  expect(lastMonths('2026-02', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11'])
})

it.each([[{ sum: 25, count: 5 }, '平均 5.0 分（满分 5 分，很满意），5 人评'], [{ sum: 7, count: 5 }, '平均 1.4 分（满分 5 分，很不满意），5 人评']])('a mean of %j is %s', (mean, words) => {
  expect(meanWords(mean)).toBe(words)
})
