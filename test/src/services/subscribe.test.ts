import Taro from '@tarojs/taro'
import { askSubscribe } from '@/services/subscribe'

it('says for each message what the person answered', async () => {
  jest.mocked(Taro.requestSubscribeMessage).mockResolvedValueOnce({ a: 'accept', b: 'reject', c: 'filter' } as never)
  await expect(askSubscribe(['a', 'b', 'c'])).resolves.toEqual({ a: 'accept', b: 'reject', c: 'reject' })
})

it('asks for three at most, as WeChat allows', async () => {
  await askSubscribe(['a', 'b', 'c', 'd'])
  expect(Taro.requestSubscribeMessage).toHaveBeenCalledWith({ tmplIds: ['a', 'b', 'c'] })
})

it('a question that cannot be asked is a no, never an error', async () => {
  jest.mocked(Taro.requestSubscribeMessage).mockRejectedValueOnce({ errCode: 20004 })
  await expect(askSubscribe(['a'])).resolves.toEqual({ a: 'reject' })
})
