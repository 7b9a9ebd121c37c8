import Taro from '@tarojs/taro'
import { acceptMessages } from '@/domainViews/acceptMessages'
import { heardFromServer } from '@/services/serverNow'
import { NOW, cloudAnswers } from '../support'

const ask = (deliberate = false) => acceptMessages(['LINJING_CASE_PROGRESS'], { deliberate })
const says = (word: string) => jest.mocked(Taro.requestSubscribeMessage).mockResolvedValueOnce({ LINJING_CASE_PROGRESS: word } as never)
const HOURS = 3_600_000

beforeEach(() => {
  cloudAnswers({ addQuota: () => ({}) })
  heardFromServer(NOW)
})

it.each([['reject'], ['ban']])('who has said %s is not asked again within a day, however often they tap', async (word) => {
  says(word)
  await expect(ask()).resolves.toEqual([])
  heardFromServer(NOW + 23 * HOURS)
  await expect(ask()).resolves.toEqual([])
  expect(Taro.requestSubscribeMessage).toHaveBeenCalledTimes(1)
  heardFromServer(NOW + 25 * HOURS)
  says('accept')
  await expect(ask()).resolves.toEqual(['caseProgress'])
})

it('who taps on “one more message” is asked all the same', async () => {
  says('reject')
  await ask()
  says('accept')
  await expect(ask(true)).resolves.toEqual(['caseProgress'])
})

it('a yes is asked for again at the next tap: one yes is one message', async () => {
  says('accept')
  await ask()
  says('accept')
  await ask()
  expect(Taro.requestSubscribeMessage).toHaveBeenCalledTimes(2)
})
