import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { PhotoState } from '../../../domain/privacy/photoCheck'
import type { Actions } from '../../../types/api'
import PhotosPage from '@/office/pages/photos'
import { setRouterParams } from '../../doubles/taro'
import { NOW, cloudAnswers, draw, readCase } from '../support'
import { office } from './support'
import { readSurvey } from './surveysSupport'

const photo = (state: PhotoState, photoId = 'f1') => ({ photoId, link: `https://x/${photoId}.jpg`, state })

type Waiting = Actions['listPhotosToDecide']['reply']['photos'][number]

async function opened(states: readonly PhotoState[], params: Record<string, string> = {}, of: Waiting['of'] = { caseId: 'c1' }) {
  setRouterParams(params)
  const photos = states.map((state, index) => photo(state, `f${index + 1}`))
  const decided = new Set<string>()
  const calls = cloudAnswers({
    whoAmI: () => office,
    listPhotosToDecide: () => ({ photos: photos.filter(({ photoId }) => !decided.has(photoId)).map((each) => ({ ...each, of, at: NOW })), nextCursor: null }),
    readCase: () => ({ ...readCase, photos }),
    readSurvey: () => ({ ...readSurvey(), photos }),
    decidePhoto: ({ photoId }) => {
      decided.add(photoId)
      return {}
    },
  })
  draw(<PhotosPage />)
  return () => calls.filter(({ action }) => action === 'decidePhoto').map(({ request }) => request as Actions['decidePhoto']['request'])
}
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))

it('nothing waits, and it is said what would', async () => {
  await opened([])
  expect(await screen.findByText('没有等待审看的照片')).toBeInTheDocument()
})

it('what WeChat could not judge is published by one tap, and is gone from the list', async () => {
  const decisions = await opened(['unchecked'])
  expect(await screen.findByText('微信没能判断')).toBeInTheDocument()
  await press('公开')
  await waitFor(() => expect(decisions()).toEqual([{ photoId: 'f1', publish: true, reason: '' }]))
  expect(await screen.findByText('没有等待审看的照片')).toBeInTheDocument()
})

it('what WeChat held for bad is published only with a reason', async () => {
  const decisions = await opened(['risky'])
  await screen.findByText('不公开')
  await press('公开')
  await press('公开这张')
  expect(screen.getByText('请写明理由')).toBeInTheDocument()
  expect(decisions()).toEqual([])
  await press('是现场实况，可以公开')
  await press('公开这张')
  await waitFor(() => expect(decisions()).toEqual([{ photoId: 'f1', publish: true, reason: '是现场实况，可以公开' }]))
})

it('a photo is hidden only with a reason, and it can be thought over', async () => {
  const decisions = await opened(['passed'], { caseId: 'c1' })
  await screen.findByText('已公开')
  expect(screen.queryByRole('button', { name: '公开' })).toBeNull()
  await press('不公开')
  await press('先不改')
  await press('不公开')
  await userEvent.type(screen.getByRole('textbox', { name: '第 1 张照片：为什么不公开' }), '拍到了孩子')
  await press('不公开这张')
  await waitFor(() => expect(decisions()).toEqual([{ photoId: 'f1', publish: false, reason: '拍到了孩子' }]))
})

it('a photo of the list opens its case, and the tool that redacts it', async () => {
  await opened(['unchecked'])
  await userEvent.click(await screen.findByRole('button', { name: /^看案卷/ }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/case/index?id=c1' })
  await press('遮挡人脸、车牌')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/office/pages/redact/index?caseId=c1&photoId=f1' })
})

it('a photo of 整改落实 opens the survey’s result, names the estate, and is not redacted', async () => {
  const decisions = await opened(['unchecked'], {}, { surveyId: 'survey:demo:jinxiu:2026', estateName: '锦绣花园' })
  await userEvent.click(await screen.findByRole('button', { name: /^看锦绣花园的整改落实/ }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/survey/pages/result/index?surveyId=survey%3Ademo%3Ajinxiu%3A2026' })
  expect(screen.queryByRole('button', { name: '遮挡人脸、车牌' })).toBeNull()
  await press('公开')
  await waitFor(() => expect(decisions()).toEqual([{ photoId: 'f1', publish: true, reason: '' }]))
})

it('one of 整改落实 that is out can be taken back', async () => {
  const decisions = await opened(['passed'], { surveyId: 's1' })
  expect(await screen.findByText(/满意率调查的整改落实/)).toBeInTheDocument()
  await press('不公开')
  await userEvent.type(screen.getByRole('textbox', { name: '第 1 张照片：为什么不公开' }), '拍到了孩子')
  await press('不公开这张')
  await waitFor(() => expect(decisions()).toEqual([{ photoId: 'f1', publish: false, reason: '拍到了孩子' }]))
})

it('who also manages the estate handles no photos of it', async () => {
  setRouterParams({ caseId: 'c1' })
  cloudAnswers({ whoAmI: () => office, readCase: () => readCase })
  draw(<PhotosPage />)
  expect(await screen.findByText('只有考核办可以处理照片')).toBeInTheDocument()
})
