import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Actions } from '../../../types/api'
import { CaseView } from '@/domainViews/CaseView'
import { NOW, Refused, cloudAnswers, draw, readCase, resident } from '../support'

type Item = Actions['readCase']['reply']['timeline'][number]
const said = (number: number): Item => ({ id: `m${number}`, at: NOW - 3_000_000 + number * 1000, type: 'remarked', role: 'resident', who: null, text: `第 ${number} 句`, photos: [], finding: null, estateName: null, until: null, mine: false })
const filed: Item = { ...said(0), id: 'e0', at: NOW - 3_600_000, type: 'filed', role: 'office', text: '' }
const told = () => screen.getAllByText(/^第 \d+ 句$/).map(({ textContent }) => textContent)
const words = (...numbers: number[]) => numbers.map((number) => `第 ${number} 句`)

it('older words of residents are read on demand, page by page, and stand where they were said', async () => {
  let isDown = true
  const calls = cloudAnswers({
    whoAmI: () => resident,
    readCase: ({ cursor = '' }) => {
      if (cursor === 'c3' && isDown) {
        isDown = false
        throw new Refused('BUSY', '办理的人较多，请稍后再试')
      }
      if (cursor === 'c5') return { ...readCase, timeline: [said(3), said(4)], nextCursor: 'c3' }
      return cursor === 'c3' ? { ...readCase, timeline: [said(1), said(2)], nextCursor: null } : { ...readCase, timeline: [filed, said(5), said(6)], nextCursor: 'c5' }
    },
  })
  draw(<CaseView caseId='c1' />)
  await screen.findByText('第 6 句')
  expect(told()).toEqual(words(5, 6))
  await userEvent.click(screen.getByRole('button', { name: '看更早的居民反映' }))
  await screen.findByText('第 3 句')
  expect(told()).toEqual(words(3, 4, 5, 6))
  await userEvent.click(screen.getByRole('button', { name: '看更早的居民反映' }))
  await screen.findByText(/办理的人较多/)
  await userEvent.click(screen.getByRole('button', { name: '看更早的居民反映' }))
  await screen.findByText('第 1 句')
  expect(told()).toEqual(words(1, 2, 3, 4, 5, 6))
  await waitFor(() => expect(screen.queryByRole('button', { name: '看更早的居民反映' })).toBeNull())
  expect(calls.filter(({ action }) => action === 'readCase').map(({ request }) => (request as { cursor?: string }).cursor ?? '')).toEqual(['', 'c5', 'c3', 'c3'])
})

it('a case with few words has nothing older to ask for', async () => {
  cloudAnswers({ whoAmI: () => resident, readCase: () => ({ ...readCase, timeline: [filed, said(1)] }) })
  draw(<CaseView caseId='c1' />)
  await screen.findByText('第 1 句')
  expect(screen.queryByRole('button', { name: '看更早的居民反映' })).toBeNull()
})
