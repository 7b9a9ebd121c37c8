import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Button } from '@/components/Button'

it('a tap does the deed once', async () => {
  const onPress = jest.fn()
  render(<Button words='提交报告' onPress={onPress} />)
  await userEvent.click(screen.getByRole('button', { name: '提交报告' }))
  expect(onPress).toHaveBeenCalledTimes(1)
})

it('while it is being sent a second tap does nothing, and the words say so', async () => {
  const onPress = jest.fn()
  render(<Button words='提交报告' sending sendingWords='正在提交…' onPress={onPress} />)
  const button = screen.getByRole('button', { name: '正在提交…' })
  await userEvent.click(button)
  expect(button).toHaveAttribute('aria-disabled', 'true')
  expect(onPress).not.toHaveBeenCalled()
})
