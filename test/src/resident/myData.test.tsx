import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import ExportPage from '@/resident/pages/export'
import ForgetPage from '@/resident/pages/forget'
import PrivacyPage from '@/resident/pages/privacy'
import SeenPage from '@/resident/pages/seen'
import { readMessage } from './support'
import { exportedParts, exportedText } from '@/resident/privacy/exportedParts'
import { saidOf } from '@/services/privacy/ledger'
import { chosenScale, setScale } from '@/services/scale'
import { NOW, Refused, cloudAnswers, draw, hear } from '../support'

const exported: Actions['exportMyData']['reply'] = {
  exportedAt: NOW,
  profile: { openid: 'o-secret', name: '居民', townName: '演示镇', estateName: '锦绣花园' },
  consents: [{ kind: 'photo', version: '2026-12', given: true, at: NOW }],
  households: [{ estateName: '锦绣花园', label: '3 幢 2 单元 501', relation: 'lives', since: NOW, by: 'code', surveyYears: [2026] }],
  reports: [
    {
      caseId: 'c1', caseNumber: '202611-0007', state: 'closed', estateName: '锦绣花园', categoryCode: '0201', placeText: '南大门', reportedAt: NOW, closedAt: NOW, first: true, forHousehold: null, rating: { value: 4, at: NOW },
      said: [{ at: NOW, type: 'submitted', text: '垃圾没人清', photos: ['https://x/1.jpg'] }],
    },
  ],
  notices: [{ at: NOW, subject: '保洁不到位', text: '已立案', readAt: null }],
  quotas: [{ template: 'caseProgress', accepted: 2, used: 1 }],
  unmaskings: [{ at: NOW, who: '周主任', reason: '核实情况', caseNumber: '202611-0007' }],
  days: [{ day: '2026-11-24', reports: 1, joins: 0, remarks: 0 }],
  wrongCodesAt: [NOW],
  nextCursor: null,
  spokenOn: [{ caseNumber: '202611-0007', at: NOW }],
}

describe('taking one’s data along', () => {
  const opened = async () => {
    cloudAnswers({ exportMyData: () => exported })
    draw(<ExportPage />)
    await userEvent.click(screen.getByRole('button', { name: '整理我的资料' }))
    await screen.findByText('身份（3）')
  }

  it('every part of the reply can be read in plain words', async () => {
    await opened()
    for (const words of ['微信给本小程序的编号：o-secret', '锦绣花园 3 幢 2 单元 501（住在这里），今天（周二）10:00凭纸条上的绑定码绑定；2026 年满意率调查已答（答案对不上哪一户，这里没有）', '相机和相册：今天（周二）10:00同意（说明版本 2026-12）', '202611-0007 锦绣花园 南大门（已办结）', '今天（周二）10:00您报告了问题：垃圾没人清（1 张照片）', '评价：满意', '办理进度通知：同意 2 次，已发 1 次', '今天（周二）10:00 考核办 周主任，编号 202611-0007，理由：核实情况', '2026-11-24：报告 1，附议 0，补充 0'])
      expect(screen.getByText(words)).toBeInTheDocument()
  })

  it('is copied as words and kept as a file that holds everything', async () => {
    await opened()
    await userEvent.click(screen.getByRole('button', { name: '复制文字' }))
    await waitFor(() => expect(Taro.setClipboardData).toHaveBeenCalled())
    expect(jest.mocked(Taro.setClipboardData).mock.lastCall![0].data).toContain('垃圾没人清')
    await hear('已复制，可以粘贴到备忘录')
    const written = readMessage()
    await userEvent.click(screen.getByRole('button', { name: '存成文件，发给自己' }))
    expect(await screen.findByText(/文件已交给您/)).toBeInTheDocument()
    expect(written.name()).toBe('邻净-我的资料-2026-11-24.json')
    expect(JSON.parse(written.text())).toEqual(exported)
  })

  it('where it was neither kept nor copied, that stands on the page with what to do', async () => {
    await opened()
    readMessage()
    jest.mocked(Taro.shareFileMessage).mockImplementationOnce((({ fail }: { fail: (reason: object) => void }) => fail({ errMsg: 'shareFileMessage:fail cancel' })) as never)
    await userEvent.click(screen.getByRole('button', { name: '存成文件，发给自己' }))
    await hear('没有保存。可以再试一次，或用“复制文字”。')
    jest.mocked(Taro.setClipboardData).mockRejectedValueOnce({ errMsg: 'setClipboardData:fail' })
    await userEvent.click(screen.getByRole('button', { name: '复制文字' }))
    await hear('没有复制成功。可以再点一次，或用“存成文件”。')
    await userEvent.click(screen.getByRole('button', { name: '存成文件，发给自己' }))
    await hear(/文件已交给您/)
    expect(screen.queryByText(/没有保存/)).toBeNull()
  })
})

it('what comes in pages is one file, and a page that did not come is asked for again from there', async () => {
  const [first] = exported.reports
  const next = { reports: 'c20', notices: null }
  let isOffline = true
  const empty = { ...exported, profile: null, consents: [], households: [], quotas: [], unmaskings: [], days: [], wrongCodesAt: [], notices: [] }
  const calls = cloudAnswers({
    exportMyData: ({ cursor }) => {
      if (cursor === undefined) return { ...exported, nextCursor: next }
      if (isOffline) throw new Refused('BUSY', '系统忙')
      return { ...empty, reports: [{ ...first!, caseId: 'c2', caseNumber: '202610-0001' }] }
    },
  })
  draw(<ExportPage />)
  await userEvent.click(screen.getByRole('button', { name: '整理我的资料' }))
  expect(await screen.findByText('系统忙')).toBeInTheDocument()
  isOffline = false
  await userEvent.click(screen.getByRole('button', { name: '整理我的资料' }))
  expect(await screen.findByText('报告（2）')).toBeInTheDocument()
  expect(screen.getByText('身份（3）')).toBeInTheDocument()
  expect(calls.map(({ request }) => request)).toEqual([{}, { cursor: next }, { cursor: next }])
})

describe('deleting one’s data', () => {
  it('takes two steps, the first of which says what stays and why', async () => {
    const calls = cloudAnswers({ deleteMyData: () => ({ finished: true }) })
    draw(<ForgetPage />)
    expect(screen.getByText(/案卷、照片、说明和处理经过/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '现在删除' })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: '我看明白了，要删除' }))
    expect(calls).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: '现在删除' }))
    expect(await screen.findByText('您的资料已经删除。')).toBeInTheDocument()
    expect(calls).toEqual([{ action: 'deleteMyData', request: { confirm: true } }])
  })

  it('empties the phone as well, but leaves the words as large as they were', async () => {
    Taro.setStorageSync('draft:report', { text: '没写完' })
    setScale(1.75)
    cloudAnswers({ deleteMyData: () => ({ finished: false }) })
    draw(<ForgetPage />)
    await userEvent.click(screen.getByRole('button', { name: '我看明白了，要删除' }))
    await userEvent.click(screen.getByRole('button', { name: '现在删除' }))
    expect(await screen.findByText(/正在删除，几分钟内完成/)).toBeInTheDocument()
    expect(Taro.getStorageSync('draft:report')).toBe('')
    expect(saidOf('photo')).toBeUndefined()
    expect(chosenScale()).toBe(1.75)
  })

  it('is refused to staff in words, and the phone keeps what it has', async () => {
    Taro.setStorageSync('draft:report', { text: '没写完' })
    cloudAnswers({ deleteMyData: () => { throw new Refused('STAFF_DATA_KEPT', '您在本镇担任工作，经办记录须依规保存') } })
    draw(<ForgetPage />)
    await userEvent.click(screen.getByRole('button', { name: '我看明白了，要删除' }))
    await userEvent.click(screen.getByRole('button', { name: '现在删除' }))
    expect(await screen.findByText(/经办记录须依规保存/)).toBeInTheDocument()
    expect(Taro.getStorageSync('draft:report')).toEqual({ text: '没写完' })
  })
})

it('who looked is told with when, why and in which case', async () => {
  cloudAnswers({ listUnmaskings: () => ({ unmaskings: [{ id: 'u1', at: NOW, who: '周主任', reason: '核实情况', caseId: 'c1', caseNumber: '202611-0007' }], nextCursor: null }) })
  draw(<SeenPage />)
  await userEvent.click(await screen.findByRole('button', { name: /考核办 周主任/ }))
  expect(screen.getByText('今天（周二）10:00 · 编号 202611-0007。理由：核实情况')).toBeInTheDocument()
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/case/index?id=c1' })
})

it('who looked before the report was filed is told so, here and in the exported data', async () => {
  cloudAnswers({ listUnmaskings: () => ({ unmaskings: [{ id: 'u1', at: NOW, who: '周主任', reason: '核实情况', caseId: 'c1', caseNumber: null }], nextCursor: null }) })
  draw(<SeenPage />)
  expect(await screen.findByText('今天（周二）10:00 · 受理之前。理由：核实情况')).toBeInTheDocument()
  const [report] = exported.reports
  const words = exportedText(exportedParts({ ...exported, reports: [{ ...report!, caseNumber: null }], unmaskings: [{ at: NOW, who: '周主任', reason: '核实情况', caseNumber: null }], spokenOn: [{ caseNumber: null, at: NOW }] }))
  expect(words).toContain('\n锦绣花园 南大门（已办结）')
  expect(words).toContain('考核办 周主任，受理之前，理由：核实情况')
  expect(words).toContain('反映过没有编号的一件')
  expect(words).not.toContain('null')
})

it('a consent taken back is written down, and asked for again', async () => {
  const calls = cloudAnswers({ recordConsent: () => ({}) })
  draw(<PrivacyPage />)
  await userEvent.click(screen.getByRole('button', { name: '撤回对位置的同意' }))
  await waitFor(() => expect(calls).toEqual([{ action: 'recordConsent', request: { kind: 'location', version: '2026-12', given: false } }]))
  await userEvent.click(screen.getByRole('button', { name: '同意用位置' }))
  expect(within(await screen.findByRole('dialog')).getByText(/不会在后台记录/)).toBeInTheDocument()
})
