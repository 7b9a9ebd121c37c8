import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import StandingsPage from '@/pages/standings'
import { Refused, cloudAnswers, draw, resident } from '../support'

type Standing = Actions['readStandings']['reply']['standings'][number]
const standing = (part: Partial<Standing>): Standing => ({
  estateId: 'jinxiu', estateName: '锦绣花园', rank: 1, decidedBy: null, longTermPoints: 9250, propertyPoints: 10000, bonusPoints: 0, compositePoints: 9550, marginPoints: 45, overdue: 0, deductionsPoints: 750, satisfaction: null, ...part,
})
const rows = [standing({}), standing({ estateId: 'cuihu', estateName: '翠湖园', rank: 2, decidedBy: 'fewerOverdue', compositePoints: 9505, marginPoints: null, overdue: 2 })]

const opened = async (stage: 'running' | 'preliminary' | 'final' = 'running') => {
  const calls = cloudAnswers({
    whoAmI: () => resident,
    readStandings: ({ period = '2026-11' }) => {
      if (period.startsWith('2025')) throw new Refused('PERIOD_INVALID', '考核周期有误')
      return { period, stage: period === '2026-11' ? stage : 'preliminary', months: ['2026-10', '2026-11'], standings: rows }
    },
  })
  draw(<StandingsPage />)
  await screen.findByText(/锦绣花园（我的小区）/)
  return () => calls.filter(({ action }) => action === 'readStandings').map(({ request }) => (request as { period?: string }).period)
}

it('every estate has its score, its parts, and how far it is ahead', async () => {
  await opened()
  expect(screen.getByText('95.50 分')).toBeInTheDocument()
  expect(screen.getByText('长效 92.5 · 物业 100 · 领先后一名 0.45 分')).toBeInTheDocument()
  expect(screen.getByText('长效 92.5 · 物业 100 · 超时 2 件 · 与前一名同分，超时案卷较多')).toBeInTheDocument()
})

it.each([['running', '进行中'], ['preliminary', '预公布'], ['final', '已定']] as const)('a period that is %s is stamped %s', async (stage, words) => {
  await opened(stage)
  expect(screen.getByText(words)).toBeInTheDocument()
})

it('a tap opens the ledger of the estate for the same period', async () => {
  await opened()
  await userEvent.click(screen.getByRole('button', { name: /翠湖园.*点按查看明细/ }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/score/index?estateId=cuihu' })
  await userEvent.click(screen.getByRole('tab', { name: '今年' }))
  await screen.findByText('2026年度')
  await userEvent.click(screen.getByRole('button', { name: /翠湖园.*点按查看明细/ }))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/pages/score/index?estateId=cuihu&period=2026' })
})

it('the year and earlier months can be chosen; a year before the first is not offered', async () => {
  const periods = await opened()
  await userEvent.click(screen.getByRole('tab', { name: '今年' }))
  expect(await screen.findByText('2026年度')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('tab', { name: '以前' }))
  expect(await screen.findByText('2026年10月')).toBeInTheDocument()
  expect(screen.getAllByRole('radio').map((option) => option.getAttribute('aria-label'))).toEqual(['10月'])
  expect(periods()).toContain('2026-10')
})

it('what was lost of 100 and gained on it stands on the two sides of a line, so that near scores look different', async () => {
  cloudAnswers({ whoAmI: () => resident, readStandings: () => ({ period: '2026-11', stage: 'running', months: ['2026-11'], standings: [standing({ longTermPoints: 10000, propertyPoints: 11000, compositePoints: 10400 }), standing({ estateId: 'cuihu', estateName: '翠湖园', rank: 2, longTermPoints: 9667, propertyPoints: 10000, compositePoints: 9800 })] }) })
  draw(<StandingsPage />)
  const [first, second] = await screen.findAllByRole('button', { name: /点按查看明细/ })
  const widths = (row: HTMLElement) => [...row.querySelectorAll('.balances__side')].map((side) => [...side.querySelectorAll<HTMLElement>('.balances__fill')].map(({ style }) => style.width))
  expect(widths(first!)).toEqual([[], ['100%']])
  expect(widths(second!)).toEqual([['49.95%'], []])
  expect([first, second].map((row) => row!.getAttribute('aria-label'))).toEqual([expect.stringContaining('104.00 分，加 4.00，'), expect.stringContaining('98.00 分，扣 2.00，')])
})
