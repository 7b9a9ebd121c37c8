import { useState } from 'react'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Choice } from '@/components/Choice'

const options = [{ value: 'bad', label: '不满意' }, { value: 'fair', label: '一般' }, { value: 'good', label: '满意', disabled: true }] as const

function One() {
  const [value, setValue] = useState<'bad' | 'fair' | 'good' | null>(null)
  return <Choice label='您满意吗' options={options} value={value} onChange={setValue} />
}
function Several() {
  const [value, setValue] = useState<('bad' | 'fair' | 'good')[]>([])
  return <Choice multi label='都有哪些' options={options} value={value} onChange={setValue} />
}

it('of several answers one is chosen at a time', async () => {
  render(<One />)
  await userEvent.click(screen.getByRole('radio', { name: '不满意' }))
  await userEvent.click(screen.getByRole('radio', { name: '一般' }))
  expect(screen.getByRole('radio', { name: '不满意' })).not.toBeChecked()
  expect(screen.getByRole('radio', { name: '一般' })).toBeChecked()
})

it('where several may be chosen, a second tap takes one back', async () => {
  render(<Several />)
  await userEvent.click(screen.getByRole('checkbox', { name: '不满意' }))
  await userEvent.click(screen.getByRole('checkbox', { name: '一般' }))
  await userEvent.click(screen.getByRole('checkbox', { name: '不满意' }))
  expect(screen.getByRole('checkbox', { name: '不满意' })).not.toBeChecked()
  expect(screen.getByRole('checkbox', { name: '一般' })).toBeChecked()
})

it('an answer that is not open cannot be chosen', async () => {
  render(<One />)
  await userEvent.click(screen.getByRole('radio', { name: '满意' }))
  expect(screen.getByRole('radio', { name: '满意' })).not.toBeChecked()
})
