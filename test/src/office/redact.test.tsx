import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import RedactPage from '@/office/pages/redact'
import { setRouterParams } from '../../doubles/taro'
import { Refused, cloudAnswers, draw, readCase } from '../support'
import { office } from './support'

const SIZE = { width: 800, height: 600 }

/** A page with a canvas, on which the photo stands 400 by 300 at the upper left of the screen. */
function aCanvas({ opens = true } = {}) {
  const fills: number[][] = []
  const image = { ...SIZE, onload: () => undefined, onerror: () => undefined, set src(_: string) { queueMicrotask(opens ? () => this.onload() : () => this.onerror()) } }
  const node = { width: 0, height: 0, createImage: () => image, getContext: () => ({ drawImage: () => undefined, fillRect: (...box: number[]) => fills.push(box) }) }
  const asked = (answer: unknown) => (_: unknown, told?: (found: unknown) => void) => ({ exec: () => told!(answer) })
  Object.assign(Taro, {
    createSelectorQuery: () => ({ select: () => ({ fields: asked({ node }), boundingClientRect: (told: (found: unknown) => void) => asked({ left: 0, top: 0, width: 400, height: 300 })(null, told) }) }),
    canvasToTempFilePath: jest.fn(() => Promise.resolve({ tempFilePath: 'wxfile://painted.jpg' })),
  })
  return { fills, node }
}

async function opened(more: Parameters<typeof cloudAnswers>[0] = {}) {
  setRouterParams({ caseId: 'c1', photoId: 'f1' })
  const calls = cloudAnswers({ whoAmI: () => office, readCase: () => ({ ...readCase, photos: [{ photoId: 'f1', link: 'https://x/1.jpg', state: 'passed' }] }), redactPhoto: () => ({}), ...more })
  const drawn = draw(<RedactPage />)
  const photo = await screen.findByRole('img', { name: '要遮挡的照片' })
  return { ...drawn, stage: photo.parentElement!, sent: () => calls.filter(({ action }) => action === 'redactPhoto').map(({ request }) => request as Actions['redactPhoto']['request']) }
}
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const isOff = (name: string) => screen.getByRole('button', { name }).getAttribute('aria-disabled') === 'true'
const touch = (x: number, y: number) => ({ touches: [{ clientX: x, clientY: y }], changedTouches: [{ clientX: x, clientY: y }] })
const lift = (x: number, y: number) => ({ touches: [], changedTouches: [{ clientX: x, clientY: y }] })

it('a finger draws a rectangle, and the file is blackened at that place in its own pixels', async () => {
  const { fills } = aCanvas()
  const { stage, sent } = await opened()
  fireEvent.touchStart(stage, touch(40, 30))
  fireEvent.touchMove(stage, touch(100, 90))
  fireEvent.touchEnd(stage, lift(120, 90))
  await waitFor(() => expect(isOff('删除这块')).toBe(false))
  await press('看看遮挡后的样子')
  await screen.findByRole('img', { name: '遮挡后的照片' })
  expect(fills).toEqual([[80, 60, 160, 120]])
  expect(Taro.canvasToTempFilePath).toHaveBeenCalledWith(expect.objectContaining({ fileType: 'jpg', destWidth: SIZE.width, destHeight: SIZE.height }))
  expect(sent()).toEqual([])
  await press('换成这一张')
  await waitFor(() => expect(sent()).toEqual([{ caseId: 'c1', photoId: 'f1', replacement: expect.stringMatching(/^cloud:\/\/.*\.jpg$/) as string }]))
  expect(await screen.findByText('已换成遮挡后的照片')).toBeInTheDocument()
})

it('the same is done by buttons alone', async () => {
  const { fills } = aCanvas()
  await opened()
  await press('在左上加一块')
  await press('第 1 块右移')
  await press('第 1 块变高')
  await userEvent.click(screen.getByRole('tab', { name: '小步' }))
  await press('第 1 块下移')
  await press('看看遮挡后的样子')
  await screen.findByRole('img', { name: '遮挡后的照片' })
  // 117 of 1000 from the left, 52 from the top, 200 by 250.
  expect(fills).toEqual([[93, 31, 161, 151]])
})

it('each step is undone in turn, and without a mark nothing can be sent', async () => {
  aCanvas()
  const { container } = await opened()
  const marks = () => container.querySelectorAll('.redact-stage__mark').length
  expect(isOff('看看遮挡后的样子')).toBe(true)
  await press('在正中加一块')
  await press('在右下加一块')
  await press('删除这块')
  expect(marks()).toBe(1)
  await press('撤销一步')
  expect(marks()).toBe(2)
  await press('撤销一步')
  await press('撤销一步')
  expect(marks()).toBe(0)
  expect(isOff('撤销一步')).toBe(true)
  expect(isOff('看看遮挡后的样子')).toBe(true)
})

it('a tap takes up the mark under it, and the buttons move that one', async () => {
  const { fills } = aCanvas()
  const { stage } = await opened()
  await press('在左上加一块')
  await press('在右下加一块')
  fireEvent.touchStart(stage, touch(60, 50))
  fireEvent.touchEnd(stage, lift(61, 50))
  await waitFor(() => expect(screen.getByRole('radio', { name: '第 1 块' })).toHaveAttribute('aria-checked', 'true'))
  await press('第 1 块左移')
  await press('看看遮挡后的样子')
  await screen.findByRole('img', { name: '遮挡后的照片' })
  expect(fills.map(([left]) => left)).toEqual([13, 586])
})

it('the marks survive leaving the page, and are gone once they are saved', async () => {
  aCanvas()
  const first = await opened()
  await press('在正中加一块')
  first.unmount()
  const second = await opened()
  expect(second.container.querySelectorAll('.redact-stage__mark')).toHaveLength(1)
  await press('看看遮挡后的样子')
  await userEvent.click(await screen.findByRole('button', { name: '换成这一张' }))
  await screen.findByText('已换成遮挡后的照片')
  second.unmount()
  expect((await opened()).container.querySelectorAll('.redact-stage__mark')).toHaveLength(0)
})

it('a refusal stands beside the button, and the second try sends no second file', async () => {
  aCanvas()
  let isBusy = true
  const { sent } = await opened({ redactPhoto: () => {
    if (isBusy) throw new Refused('BUSY', '办理的人较多，请稍后再试')
    return {}
  } })
  await press('在正中加一块')
  await press('看看遮挡后的样子')
  await userEvent.click(await screen.findByRole('button', { name: '换成这一张' }))
  expect(await screen.findByText('办理的人较多，请稍后再试')).toBeInTheDocument()
  isBusy = false
  await press('换成这一张')
  await screen.findByText('已换成遮挡后的照片')
  expect(Taro.cloud.uploadFile).toHaveBeenCalledTimes(1)
  expect(sent()[0]!.replacement).toBe(sent()[1]!.replacement)
})

it('a photo that does not open is told of, and the marks stay', async () => {
  aCanvas({ opens: false })
  const { container } = await opened()
  await press('在正中加一块')
  await press('看看遮挡后的样子')
  expect(await screen.findByText(/照片没能打开/)).toBeInTheDocument()
  expect(container.querySelectorAll('.redact-stage__mark')).toHaveLength(1)
})

it('a photo that has been replaced meanwhile is not redacted again', async () => {
  setRouterParams({ caseId: 'c1', photoId: 'gone' })
  cloudAnswers({ whoAmI: () => office, readCase: () => ({ ...readCase, photos: [] }) })
  draw(<RedactPage />)
  expect(await screen.findByText('没有这张照片')).toBeInTheDocument()
})
