import { act, render, screen } from '@testing-library/react'
import { firePage } from '../../doubles/taro'
import { Page } from '@/components/Page'
import { setScale } from '@/services/scale'

const scaleOf = (words: string) => screen.getByText(words).closest<HTMLElement>('.page')?.style.getPropertyValue('--scale')

it('the person’s own size of words is kept and changes every page at once', () => {
  render(<Page>首页</Page>)
  expect(scaleOf('首页')).toBe('1')
  act(() => setScale(1.75))
  expect(scaleOf('首页')).toBe('1.75')
  act(() => setScale(null))
  expect(scaleOf('首页')).toBe('1')
})

it('pulled down, a page reads again', async () => {
  const onRefresh = jest.fn(() => Promise.resolve())
  render(<Page onRefresh={onRefresh}>首页</Page>)
  await firePage('pullDownRefresh')
  expect(onRefresh).toHaveBeenCalledTimes(1)
})
