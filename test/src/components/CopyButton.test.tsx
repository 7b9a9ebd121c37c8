import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { CopyButton } from '@/components/CopyButton'
import { draw, hear } from '../support'

const drawn = () => draw(<CopyButton words='复制邀请码' text={() => 'N3CEW-891MK'} done='邀请码已复制' />)
const press = () => userEvent.click(screen.getByRole('button', { name: '复制邀请码' }))

it('that a code was copied is told once, beside its button: what the phone says itself is taken away', async () => {
  drawn()
  await press()
  await hear('邀请码已复制')
  expect(Taro.setClipboardData).toHaveBeenCalledWith({ data: 'N3CEW-891MK' })
  expect(Taro.hideToast).toHaveBeenCalledTimes(1)
})

it('a code that could not be copied is told with what to do, and no longer once it could', async () => {
  drawn()
  jest.mocked(Taro.setClipboardData).mockRejectedValueOnce({ errMsg: 'setClipboardData:fail' })
  await press()
  await hear('没有复制成功。可以再点一次，或照着抄写。')
  await press()
  await hear('邀请码已复制')
  expect(screen.queryByText(/没有复制成功/)).toBeNull()
})

it('a phone that has nothing to take away has copied all the same', async () => {
  drawn()
  jest.mocked(Taro.hideToast).mockRejectedValueOnce({ errMsg: "hideToast:fail:toast can't be found" } as never)
  await press()
  await hear('邀请码已复制')
})
