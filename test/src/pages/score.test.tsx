import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import ScorePage from '@/pages/score'
import { setRouterParams } from '../../doubles/taro'
import { NOW, cloudAnswers, draw } from '../support'

type Score = Actions['readScore']['reply']
const entry = (part: Partial<Score['entries'][number]>): Score['entries'][number] => ({
  id: 'case:c1:overdue', seq: 7, month: '2026-11', sheet: 'longTerm', rule: 'overdue', ruleText: '超时案卷扣分：……', clause: '方案四(一)2', points: -200, factAt: NOW - 86_400_000, bookedAt: NOW, note: '超时案卷',
  basis: { kind: 'case', id: 'c1' }, caseNumber: '202611-0007', about: { category: '井盖缺损', place: '3 幢' }, reversed: false, hash: 'abcdef0123456789', ...part,
})
const score: Score = {
  period: '2026-11',
  standing: { estateId: 'jinxiu', estateName: '锦绣花园', rank: 2, decidedBy: null, longTermPoints: 9800, propertyPoints: 10200, bonusPoints: 300, compositePoints: 10260, marginPoints: 120, overdue: 1, deductionsPoints: 200, satisfaction: null },
  weights: { longTermPercent: 60, propertyPercent: 40, fullPoints: 10000 },
  entries: [
    entry({}),
    entry({ id: 'case:c2:shirked', seq: 8, rule: 'shirked', factAt: NOW, reversed: true, basis: { kind: 'case', id: 'c2' }, caseNumber: '202611-0009' }),
    entry({ id: 'assessment:a1', seq: 9, sheet: 'property', rule: '2.6.1', points: 200, note: '重阳节活动', basis: { kind: 'propertyCheck', id: 'a1' }, caseNumber: null, about: null, ruleText: '开展各类社区活动，每有1例加2分', clause: '附件2.6' }),
  ],
}
const opened = async (part: Partial<Score> = {}) => {
  setRouterParams({ estateId: 'jinxiu', period: '2026-11' })
  cloudAnswers({ readScore: () => ({ ...score, ...part }) })
  draw(<ScorePage />)
  await screen.findByText('锦绣花园')
}

it('the score is a sum in plain words', async () => {
  await opened()
  expect(screen.getByText('长效管理 98 分 × 60%')).toBeInTheDocument()
  expect(screen.getByText('58.80')).toBeInTheDocument()
  expect(screen.getByText('物业管理 102 分 × 40%')).toBeInTheDocument()
  expect(screen.getByText('40.80')).toBeInTheDocument()
  expect(screen.getAllByText('+3')).toHaveLength(1)
  expect(screen.getAllByText('102.60')).toHaveLength(2)
  expect(screen.queryByText(/四舍五入/)).toBeNull()
})

it('where rounding shows, it is told', async () => {
  await opened({ standing: { ...score.standing, compositePoints: 10261 } })
  expect(screen.getByText(/四舍五入/)).toBeInTheDocument()
})

it('entries stand under their sheet, newest first, with clause and words; what was taken back is marked', async () => {
  await opened()
  expect(screen.getByText('长效管理 · 2 笔')).toBeInTheDocument()
  expect(screen.getAllByText('井盖缺损 · 3 幢')).toHaveLength(2)
  const kinds = screen.getAllByText(/^(超时案卷|推诿案卷) · /).map((node) => node.textContent.slice(0, 4))
  expect(kinds).toEqual(['推诿案卷', '超时案卷'])
  expect(screen.getByText('已冲正，不再计分')).toBeInTheDocument()
  expect(screen.getByText('重阳节活动')).toBeInTheDocument()
  expect(screen.getByText(/附件2\.6/)).toBeInTheDocument()
  await userEvent.click(screen.getAllByRole('button', { name: '依据的原文' })[0]!)
  expect(screen.getByText(/计分账第 8 笔/)).toBeInTheDocument()
})

it('a correction opens the survey whose points it takes back', async () => {
  const id = 'survey:demo:jinxiu:2026'
  await opened({ entries: [entry({ id: `assessment:${id}:takenBack`, sheet: 'property', rule: 'satisfaction', points: -1000, note: '满意率调查加分经复核收回：五户都说没有答过', basis: { kind: 'correction', id }, caseNumber: null, about: null })] })
  expect(screen.getByText(/^更正：/)).toBeInTheDocument()
  await userEvent.click(screen.getByText('看调查结果'))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/survey/pages/result/index?surveyId=${encodeURIComponent(id)}` })
})

it('an entry opens the case it rests on', async () => {
  await opened()
  await userEvent.click(screen.getByText('看这一件：202611-0007'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/case/index?id=c1' })
})

it('equal entries of a day stand together, with their sum; each of them is a tap away', async () => {
  const late = (caseId: string, place: string, part: Partial<Score['entries'][number]> = {}) => entry({ id: `case:${caseId}:overdue`, basis: { kind: 'case', id: caseId }, caseNumber: `202611-${caseId}`, about: { category: '乱堆物料', place }, ...part })
  await opened({ entries: [late('0011', '1 幢'), late('0012', '2 幢', { seq: 8 }), late('0013', '5 幢', { factAt: NOW - 2 * 86_400_000 }), late('0014', '6 幢', { reversed: true }), late('0015', '7 幢', { rule: 'shirked' })] })
  expect(screen.getByText('乱堆物料 · 2 幢 等 2 处')).toBeInTheDocument()
  expect(screen.getByText('−4 分')).toBeInTheDocument()
  expect(screen.getByText(/^超时案卷 2 笔 · 昨天（周一） · 方案四\(一\)2$/)).toBeInTheDocument()
  for (const place of ['5 幢', '6 幢', '7 幢']) expect(screen.getByText(`乱堆物料 · ${place}`)).toBeInTheDocument()
  expect(screen.queryByText('看这一件：202611-0011')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: '看这 2 笔' }))
  await userEvent.click(screen.getByText('看这一件：202611-0011'))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/pages/case/index?id=0011' })
})
