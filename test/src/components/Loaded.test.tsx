import { QueryClientProvider, QueryClient } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { Loaded } from '@/components/Loaded'
import { useRead } from '@/services/useAction'

const answer = (result: unknown) => jest.mocked(Taro.cloud.callFunction).mockResolvedValueOnce({ result } as never)

function Who() {
  const query = useRead('whoAmI', {})
  return <Loaded query={query}>{() => <p>读到了</p>}</Loaded>
}
const draw = () => render(<QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}><Who /></QueryClientProvider>)

it('a refusal is told in the server’s words, and a tap reads again', async () => {
  answer({ ok: false, code: 'BUSY', words: '办理的人较多，请稍后再试', now: Date.now() })
  draw()
  expect(await screen.findByText('办理的人较多，请稍后再试')).toBeInTheDocument()
  answer({ ok: true, value: {}, now: Date.now() })
  await userEvent.click(screen.getByRole('button', { name: '再试一次' }))
  expect(await screen.findByText('读到了')).toBeInTheDocument()
})

it('without a network the page says so instead of waiting for ever', async () => {
  jest.mocked(Taro.cloud.callFunction).mockRejectedValueOnce({ errMsg: 'cloud.callFunction:fail' })
  draw()
  expect(await screen.findByText(/网络不通/)).toBeInTheDocument()
})
