import { useState } from 'react'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { Photos } from '@/components/Photos'

const files = (...paths: string[]) => ({ tempFiles: paths.map((tempFilePath) => ({ tempFilePath, size: 1 })) }) as never

function Three({ cameraOnly, seen }: { cameraOnly?: boolean; seen: (ids: string[]) => void }) {
  const [value, setValue] = useState<string[]>([])
  return <Photos label='照片' countMax={3} cameraOnly={cameraOnly} value={value} onChange={(ids) => { seen(ids); setValue(ids) }} />
}

it('what was picked is sent at once, and none is lost when several arrive together', async () => {
  jest.mocked(Taro.chooseMedia).mockResolvedValueOnce(files('one', 'two'))
  const seen = jest.fn()
  render(<Three seen={seen} />)
  await userEvent.click(screen.getByRole('button', { name: '拍照或从相册选' }))
  expect(await screen.findByText('2/3')).toBeInTheDocument()
  expect(seen.mock.lastCall?.[0]).toHaveLength(2)
})

it('a photo that did not arrive says so, and a tap sends it again', async () => {
  jest.mocked(Taro.chooseMedia).mockResolvedValueOnce(files('one'))
  jest.mocked(Taro.cloud.uploadFile).mockImplementationOnce(((option: { fail: (error: unknown) => void }) => void option.fail({ errMsg: 'uploadFile:fail' })) as never)
  const seen = jest.fn()
  render(<Three seen={seen} />)
  await userEvent.click(screen.getByRole('button', { name: '拍照或从相册选' }))
  expect(seen).not.toHaveBeenCalled()
  await userEvent.click(await screen.findByRole('button', { name: '没有传上，点按重传' }))
  expect(seen.mock.lastCall?.[0]).toEqual([expect.stringMatching(/^cloud:\/\/.*photos\/\d{6}\/\w{24}\.jpg$/)])
})

it('closing evidence comes from the camera only', async () => {
  render(<Three cameraOnly seen={jest.fn()} />)
  await userEvent.click(screen.getByRole('button', { name: '拍照' }))
  expect(Taro.chooseMedia).toHaveBeenCalledWith(expect.objectContaining({ sourceType: ['camera'], count: 3 }))
})

it('a person who closes the camera without a photo loses nothing', async () => {
  jest.mocked(Taro.chooseMedia).mockRejectedValueOnce({ errMsg: 'chooseMedia:fail cancel' })
  render(<Three seen={jest.fn()} />)
  await userEvent.click(screen.getByRole('button', { name: '拍照或从相册选' }))
  expect(screen.getByRole('button', { name: '拍照或从相册选' })).toBeInTheDocument()
})
