import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import ManagerHome from '@/pages/home/ManagerHome'
import { NOW, cloudAnswers, draw, resident, summary } from '../support'

const me = { ...resident, person: { ...resident.person!, grants: [{ role: 'manager' as const, estateId: 'jinxiu', estateName: '锦绣花园' }] } }
const page = (from: number, count: number) => Array.from({ length: count }, (_, index) => ({ ...summary, id: `c${from + index}`, dueAt: NOW + 3_600_000 + from + index }))

it('of more cases than one page the counts say that they are of those listed, until the last is read', async () => {
  cloudAnswers({ whoAmI: () => me, listCases: ({ cursor }) => (cursor ? { cases: page(20, 7), nextCursor: null } : { cases: page(0, 20), nextCursor: 'next' }), readQuotas: () => ({ left: { caseTask: 1, caseDeadline: 1, caseProgress: 1 } }) })
  draw(<ManagerHome me={me} />)
  expect(await screen.findByText(/只数了列出的 20 件/)).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '再看一些' }))
  expect(await screen.findByText('待处理 27')).toBeInTheDocument()
  expect(screen.queryByText(/只数了列出的/)).not.toBeInTheDocument()
})
