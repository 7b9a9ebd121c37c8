import { act, renderHook } from '@testing-library/react'
import { useDraft } from '@/services/draft'

const open = () => renderHook(() => useDraft('report', { text: '', photos: [] as string[] }))

it('what was typed is still there when the app was killed', () => {
  const { result } = open()
  act(() => result.current[1]({ text: '楼道口堆了垃圾' }))
  expect(open().result.current[0]).toEqual({ text: '楼道口堆了垃圾', photos: [] })
})

it('once sent, the next report starts empty', () => {
  const { result } = open()
  act(() => result.current[1]({ text: '楼道口堆了垃圾' }))
  act(() => result.current[2]())
  expect(result.current[0].text).toBe('')
  expect(open().result.current[0].text).toBe('')
})
