import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import CasePage from '@/pages/case'
import { setRouterParams } from '../../doubles/taro'
import { NOW, Refused, cloudAnswers, draw, readCase } from '../support'
import { office } from './support'

const reporters: Actions['readCase']['reply']['reporters'] = [
  { reportId: 'r1', maskedName: '李**', maskedRoom: '3 幢 **', at: NOW, first: true, gone: false },
  { reportId: 'r2', maskedName: '王**', maskedRoom: null, at: NOW, first: false, gone: false },
  { reportId: 'r3', maskedName: '居民', maskedRoom: null, at: NOW, first: false, gone: true },
]
const lee: Actions['unmaskReporter']['reply'] = { name: '李阿姨', households: [{ estateName: '锦绣花园', label: '3 幢 2 单元 501', relation: 'lives' }], forHousehold: null }

async function opened(part: Partial<typeof readCase>, more: Parameters<typeof cloudAnswers>[0] = {}) {
  setRouterParams({ id: 'c1' })
  const calls = cloudAnswers({ whoAmI: () => office, readCase: () => ({ ...readCase, myReportId: null, followUp: null, ...part }), unmaskReporter: () => lee, ...more })
  draw(<CasePage />)
  await screen.findByText(/案卷编号/)
  return () => calls.filter(({ action }) => action === 'unmaskReporter').map(({ request }) => request as Actions['unmaskReporter']['request'])
}
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

it('the office reads who reported, masked; of whom nothing is left nothing can be asked', async () => {
  await opened({ reporters })
  for (const words of ['李**', '王**', '资料已删除']) expect(screen.getByText(words)).toBeInTheDocument()
  expect(screen.getByText(/最先报告 .* 3 幢 \*\*/)).toBeInTheDocument()
  expect(screen.getAllByRole('button', { name: '看完整信息' })).toHaveLength(2)
})

it('who is not shown the reporters is not told that there are any', async () => {
  await opened({ reporters: null })
  expect(screen.queryByText('反映人')).toBeNull()
  expect(screen.queryByRole('button', { name: '看完整信息' })).toBeNull()
})

it('nobody is looked at without a reason of four characters, and it is said before that the person will know', async () => {
  const looks = await opened({ reporters: [reporters[0]!] })
  await press('看完整信息')
  expect(screen.getByText(/本人会收到消息/)).toBeInTheDocument()
  await userEvent.type(screen.getByRole('textbox', { name: '为什么要看' }), ' 看看吧 ')
  await press('记录并查看')
  expect(screen.getByText('请写明理由，至少 4 个字')).toBeInTheDocument()
  expect(looks()).toEqual([])
  await press('需要上门当面核实情况')
  await press('记录并查看')
  expect(await screen.findByText('姓名：李阿姨')).toBeInTheDocument()
  expect(screen.getByText('锦绣花园 3 幢 2 单元 501（住在这里）')).toBeInTheDocument()
  expect(looks()).toMatchObject([{ caseId: 'c1', reportId: 'r1', reason: '需要上门当面核实情况' }])
})

it('what was seen is put away by a tap, and the next look asks for a reason again', async () => {
  await opened({ reporters: [reporters[0]!] })
  await press('看完整信息')
  await press('涉及人身安全，需要找到本人')
  await press('记录并查看')
  await screen.findByText('姓名：李阿姨')
  await press('收起')
  expect(screen.queryByText('姓名：李阿姨')).toBeNull()
  await press('看完整信息')
  expect(screen.getByRole('textbox', { name: '为什么要看' })).toHaveValue('')
})

it('a look whose answer was lost is asked for again under the same key: it is one look', async () => {
  let isLost = true
  const looks = await opened({ reporters: [reporters[0]!] }, { unmaskReporter: () => {
    if (isLost) throw new Refused('BUSY', '办理的人较多，请稍后再试')
    return lee
  } })
  await press('看完整信息')
  await press('核实是否住户本人报告')
  await press('记录并查看')
  expect(await screen.findByText('办理的人较多，请稍后再试')).toBeInTheDocument()
  isLost = false
  await press('记录并查看')
  await screen.findByText('姓名：李阿姨')
  expect(looks()).toHaveLength(2)
  expect(looks()[0]!.key).toBe(looks()[1]!.key)
})

it('for whom it was reported is told too', async () => {
  await opened({ reporters: [reporters[0]!] }, { unmaskReporter: () => ({ name: '居民', households: [], forHousehold: { estateName: '锦绣花园', label: '1 幢 101' } }) })
  await press('看完整信息')
  await press('核实是否住户本人报告')
  await press('记录并查看')
  const told = (await screen.findByText('没有留下姓名')).closest('[role=status]') as HTMLElement
  expect(within(told).getByText('没有绑定住户')).toBeInTheDocument()
  expect(within(told).getByText('这次是替 锦绣花园 1 幢 101 报告的')).toBeInTheDocument()
})

it.each([
  [['passed', 'passed'], '邻居都看得到'],
  [['passed', 'risky'], '邻居看得到其中 1 张'],
  [['waiting'], '邻居还看不到'],
] as const)('the way to the photos says how they stand: %j', async (states, words) => {
  await opened({ photos: states.map((state, index) => ({ photoId: `f${index}`, link: `https://x/${index}.jpg`, state })) })
  await userEvent.click(screen.getByRole('button', { name: new RegExp(`^照片 ${states.length} 张.*${words}`) }))
  await waitFor(() => expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/office/pages/photos/index?caseId=c1' }))
})
