import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { call } from '@/services/call'
import { useRead, useSend } from '@/services/useAction'

jest.mock('@/services/call', () => ({ call: jest.fn() }))
const answers = jest.mocked(call as (action: string) => Promise<unknown>)

test('what was asked before a sending, and is answered after it, is not taken for the news', async () => {
  let late: (reply: unknown) => void = () => undefined
  let reads = 0
  answers.mockImplementation((action) => {
    if (action !== 'readMyReports') return Promise.resolve({})
    reads += 1
    return reads === 1 ? new Promise((resolve) => (late = resolve)) : Promise.resolve({ reported: 1 })
  })
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 60_000, retry: false } } })
  const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  const { result } = renderHook(() => ({ read: useRead('readMyReports', {}), sending: useSend('withdrawCase') }), { wrapper })
  await act(() => result.current.sending.send({ caseId: 'c1' }))
  await act(async () => late({ reported: 0 }))
  await waitFor(() => expect(result.current.read.data).toEqual({ reported: 1 }))
})
