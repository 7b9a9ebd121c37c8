import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import InboxPage from '@/pages/inbox'
import { NOW, cloudAnswers, draw, resident } from '../support'

type Notice = Actions['listNotices']['reply']['notices'][number]
const notice = (part: Partial<Notice>): Notice => ({ id: 'n1', kind: 'reportAnswered', caseId: 'c1', subject: '保洁不到位', text: '物业已回复', createdAt: NOW, read: false, told: 'sent', ...part })

it.each([
  [{}, '/pages/case/index?id=c1'],
  [{ kind: 'householdJoined', caseId: null }, '/pages/me/index'],
  [{ kind: 'reporterUnmasked' }, '/resident/pages/seen/index'],
  [{ kind: 'photoRisky' }, '/pages/case/index?id=c1'],
  [{ kind: 'photoRisky', caseId: null }, '/office/pages/photos/index'],
] as const)('a message %j is read by opening what it is about', async (part, url) => {
  const calls = cloudAnswers({ whoAmI: () => resident, listNotices: () => ({ notices: [notice(part)], unread: 1, nextCursor: null }), markRead: () => ({}) })
  draw(<InboxPage />)
  await userEvent.click(await screen.findByRole('button', { name: /未读/ }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url })
  await waitFor(() => expect(calls).toContainEqual({ action: 'markRead', request: { noticeIds: ['n1'] } }))
})

it('the tab carries how many wait', async () => {
  cloudAnswers({ whoAmI: () => ({ ...resident, unread: 3 }), listNotices: () => ({ notices: [notice({})], unread: 3, nextCursor: null }) })
  draw(<InboxPage />)
  await screen.findByRole('button', { name: /未读/ })
  expect(Taro.setTabBarBadge).toHaveBeenLastCalledWith({ index: 3, text: '3' })
})
