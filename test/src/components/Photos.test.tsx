import { readFileSync } from 'node:fs'
import { useState } from 'react'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { Photos } from '@/components/Photos'
import { forgetSaid } from '@/services/privacy/ledger'
import { phoneFiles } from '../../doubles/taro'
import { exifOf, frameOf, jpegOf, SCAN, smallJpeg, TABLE } from '../../support/jpeg'
import { cloudAnswers } from '../support'

beforeEach(() => void cloudAnswers({}))

type File = { tempFilePath: string; size: number; fileType: string }
const file = (tempFilePath: string, part: Partial<File> = {}): File => ({ tempFilePath, size: 1, fileType: 'image', ...part })
const picking = (...files: File[]) => jest.mocked(Taro.chooseMedia).mockResolvedValueOnce({ tempFiles: files } as never)

const chunk = (type: string, body: string) => [0, 0, 0, body.length, ...Buffer.from(type + body, 'latin1'), 0, 0, 0, 0]
const PNG_HEAD = [0x89, ...Buffer.from('PNG\r\n\x1a\n', 'latin1'), ...chunk('IHDR', '\0\0\0\x08\0\0\0\x08\x08\x02\0\0\0')]

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

describe('a photo that a phone’s own means do not do for', () => {
  const fixture = (name: string) => new Uint8Array(readFileSync(`test/fixtures/photo/${name}`))
  const compressionFails = () => jest.mocked(Taro.compressImage).mockRejectedValueOnce({ errMsg: 'compressImage:fail' })
  const kept = () => [...phoneFiles].filter(([path]) => path.startsWith('wxfile://usr')).map(([, bytes]) => Buffer.from(bytes))
  const pickOne = async (bytes: Uint8Array) => {
    phoneFiles.set('one', bytes)
    picking(file('one'))
    render(<Three keep seen={jest.fn()} />)
    await press('拍照或从相册选')
  }

  it.each(['c2_no_eoi.jpg', 'c_truncated_half.jpg', 't_gps_no_eoi.jpg'])('is told that it breaks off, though it could be drawn (%s)', async (name) => {
    await pickOne(fixture(name))
    expect(await screen.findByText(/选的第 1 张不完整，像是存到一半断了。请重新拍一张/)).toBeInTheDocument()
    expect(Taro.compressImage).not.toHaveBeenCalled()
    expect(kept()).toEqual([])
  })

  it.each([
    ['a JPEG with fill bytes', fixture('s_fill_bytes_gps.jpg')],
    ['a JPEG', jpegOf(exifOf(1), TABLE, frameOf(40, 30), SCAN)],
    ['a PNG', Uint8Array.from([...PNG_HEAD, ...chunk('eXIf', 'GPS 30.1N'), ...chunk('IDAT', 'x'), ...chunk('IEND', '')])],
  ])('keeps the picture and loses its place where the phone cannot compress it: %s', async (_, bytes) => {
    compressionFails()
    expect(Buffer.from(bytes).includes('GPS') || Buffer.from(bytes).includes('Exif')).toBe(true)
    await pickOne(bytes)
    await screen.findByText('1/3')
    expect(kept().map((left) => [left.length > 30, left.includes('GPS'), left.includes('Exif')])).toEqual([[true, false, false]])
  })

  it.each([
    ['an iPhone’s', Uint8Array.from(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0 GPS 30.1N', 'latin1')), /选的第 1 张是 HEIC 格式/],
    ['one that nobody understands', Uint8Array.from(Buffer.from('GPS 30.1N')), /选的第 1 张打不开/],
    ['one of 70 million pixels', smallJpeg({ width: 10_000, height: 7_000 }), /选的第 1 张太大/],
  ])('does not leave the phone where it can neither be compressed nor understood: %s', async (_, bytes, words) => {
    compressionFails()
    await pickOne(bytes)
    expect(await screen.findByText(words)).toBeInTheDocument()
    expect(kept()).toEqual([])
  })

  it('is sent as it was, but for its place, where the compression made something that is no photo', async () => {
    phoneFiles.set('one.small', Uint8Array.of(1, 2, 3))
    await pickOne(jpegOf(exifOf(1), TABLE, frameOf(40, 30), SCAN))
    await screen.findByText('1/3')
    expect(kept()).toEqual([Buffer.from(smallJpeg())])
  })

  it('is still readable: a long screenshot keeps its width', async () => {
    jest.mocked(Taro.getImageInfo).mockResolvedValueOnce({ width: 1080, height: 12_000 } as never)
    await pickOne(fixture('z_long_screenshot_1080x12000.png'))
    await screen.findByText('1/3')
    expect(Taro.compressImage).toHaveBeenCalledWith({ src: 'one', quality: 80, compressedHeight: 8000 })
  })

  it('is told where it is so long that nothing of it could be read', async () => {
    jest.mocked(Taro.getImageInfo).mockResolvedValueOnce({ width: 1080, height: 40_000 } as never)
    await pickOne(smallJpeg())
    expect(await screen.findByText(/选的第 1 张太长，缩小后看不清字。请分成几段截图再选/)).toBeInTheDocument()
  })
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
