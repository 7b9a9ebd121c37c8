import { useState } from 'react'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { Photos } from '@/components/Photos'
import { forgetSaid } from '@/services/privacy/ledger'
import { phoneFiles } from '../../doubles/taro'
import { smallJpeg } from '../../support/jpeg'
import { cloudAnswers } from '../support'

beforeEach(() => void cloudAnswers({}))

type File = { tempFilePath: string; size: number; fileType: string }
const file = (tempFilePath: string, part: Partial<File> = {}): File => ({ tempFilePath, size: 1, fileType: 'image', ...part })
const picking = (...files: File[]) => jest.mocked(Taro.chooseMedia).mockResolvedValueOnce({ tempFiles: files } as never)

function Three({ cameraOnly, keep, seen }: { cameraOnly?: boolean; keep?: boolean; seen: (photos: string[]) => void }) {
  const [value, setValue] = useState<string[]>([])
  return <Photos label='照片' countMax={3} cameraOnly={cameraOnly} keep={keep} value={value} onChange={(photos) => { seen(photos); setValue(photos) }} />
}
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

it('what was picked is sent at once, and none is lost when several arrive together', async () => {
  picking(file('one'), file('two'))
  const seen = jest.fn()
  render(<Three seen={seen} />)
  await press('拍照或从相册选')
  expect(await screen.findByText('2/3')).toBeInTheDocument()
  expect(seen.mock.lastCall?.[0]).toHaveLength(2)
})

it('a photo that did not arrive says so, and a tap sends it again', async () => {
  picking(file('one'))
  jest.mocked(Taro.cloud.uploadFile).mockImplementationOnce(((option: { fail: (error: unknown) => void }) => void option.fail({ errMsg: 'uploadFile:fail' })) as never)
  const seen = jest.fn()
  render(<Three seen={seen} />)
  await press('拍照或从相册选')
  expect(seen).not.toHaveBeenCalled()
  await userEvent.click(await screen.findByRole('button', { name: '没有传上，点按重传' }))
  expect(seen.mock.lastCall?.[0]).toEqual([expect.stringMatching(/^cloud:\/\/.*uploads\/0{32}\/\d\.jpg$/)])
})

it('closing evidence comes from the camera only', async () => {
  render(<Three cameraOnly seen={jest.fn()} />)
  await press('拍照')
  expect(Taro.chooseMedia).toHaveBeenCalledWith(expect.objectContaining({ sourceType: ['camera'], count: 3 }))
})

it('a person who closes the camera without a photo loses nothing', async () => {
  jest.mocked(Taro.chooseMedia).mockRejectedValueOnce({ errMsg: 'chooseMedia:fail cancel' })
  render(<Three seen={jest.fn()} />)
  await press('拍照或从相册选')
  expect(screen.getByRole('button', { name: '拍照或从相册选' })).toBeInTheDocument()
})

it('nobody’s camera is opened before the person has agreed', async () => {
  forgetSaid()
  render(<Three seen={jest.fn()} />)
  await press('拍照或从相册选')
  expect(Taro.chooseMedia).not.toHaveBeenCalled()
})

it.each([
  ['wide', { width: 12000, height: 9000 }, { compressedWidth: 1600 }],
  ['tall', { width: 3000, height: 4000 }, { compressedHeight: 1600 }],
] as const)('a huge %s photo becomes a small one before anything else', async (_, size, compressed) => {
  jest.mocked(Taro.getImageInfo).mockResolvedValueOnce(size as never)
  picking(file('huge', { size: 30_000_000 }))
  render(<Three keep seen={jest.fn()} />)
  await press('拍照或从相册选')
  expect(await screen.findByText('1/3')).toBeInTheDocument()
  expect(Taro.compressImage).toHaveBeenCalledWith({ src: 'huge', quality: 80, ...compressed })
})

it('a photo that is still large is compressed harder', async () => {
  phoneFiles.set('one.small', smallJpeg({ scan: 600_000 }))
  picking(file('one'))
  render(<Three keep seen={jest.fn()} />)
  await press('拍照或从相册选')
  await screen.findByText('1/3')
  expect(jest.mocked(Taro.compressImage).mock.calls.map(([{ quality }]) => quality)).toEqual([80, 60, 40])
})

it('kept photos stay on the phone: nothing is sent before the person sends', async () => {
  picking(file('one'))
  const seen = jest.fn()
  render(<Three keep seen={seen} />)
  await press('拍照或从相册选')
  await screen.findByText('1/3')
  expect(seen.mock.lastCall?.[0]).toEqual([expect.stringMatching(/^kept:/)])
  expect(Taro.cloud.uploadFile).not.toHaveBeenCalled()
  expect([...phoneFiles.keys()]).toEqual([expect.stringMatching(/^wxfile:\/\/usr\/photo-\w+\.jpg$/)])
  await press('删除第 1 张')
  expect(seen.mock.lastCall?.[0]).toEqual([])
  expect(phoneFiles.size).toBe(0)
})

it('what cannot be taken is told by its place, and the others are there', async () => {
  picking(file('video', { fileType: 'video' }), file('empty', { size: 0 }), file('good'))
  const seen = jest.fn()
  render(<Three keep seen={seen} />)
  await press('拍照或从相册选')
  expect(await screen.findByText(/选的第 1 张是视频，这里只收照片/)).toBeInTheDocument()
  expect(screen.getByText(/选的第 2 张是空的/)).toBeInTheDocument()
  expect(await screen.findByText('1/3')).toBeInTheDocument()
  expect(seen.mock.lastCall?.[0]).toHaveLength(1)
})

it('a broken picture is told, with a way on', async () => {
  jest.mocked(Taro.getImageInfo).mockRejectedValueOnce({ errMsg: 'getImageInfo:fail' })
  picking(file('torn'))
  render(<Three keep seen={jest.fn()} />)
  await press('拍照或从相册选')
  expect(await screen.findByText(/选的第 1 张打不开，可能已损坏，或者不是照片。请换一张/)).toBeInTheDocument()
})

it('a full phone is told, and nothing half is left behind', async () => {
  jest.mocked(Taro.setStorageSync).mockImplementationOnce(() => { throw new Error('exceed max size') })
  picking(file('one'))
  const seen = jest.fn()
  render(<Three keep seen={seen} />)
  await press('拍照或从相册选')
  expect(await screen.findByText(/没能存下：手机给小程序的空间满了/)).toBeInTheDocument()
  expect(seen).not.toHaveBeenCalled()
  expect(phoneFiles.size).toBe(0)
})

it('more than fit are not taken in silence', async () => {
  picking(file('1'), file('2'), file('3'), file('4'))
  render(<Three keep seen={jest.fn()} />)
  await press('拍照或从相册选')
  expect(await screen.findByText('最多 3 张，只收下了前 3 张。')).toBeInTheDocument()
})

it('a button changes the order', async () => {
  picking(file('one'), file('two'))
  const seen = jest.fn()
  render(<Three keep seen={seen} />)
  await press('拍照或从相册选')
  await screen.findByText('2/3')
  const [first, second] = seen.mock.lastCall?.[0] as string[]
  jest.mocked(Taro.showActionSheet).mockImplementationOnce((({ itemList }: { itemList: string[] }) => Promise.resolve({ tapIndex: itemList.indexOf('往前移一位') })) as never)
  await press('照片第 2 张，点按查看、调整顺序或删除')
  expect(seen.mock.lastCall?.[0]).toEqual([second, first])
})
