import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import RosterPage from '@/office/pages/roster'
import { forgetSaid } from '@/services/privacy/ledger'
import { clearPhone, setRouterParams } from '../../doubles/taro'
import { cloudAnswers, draw, hear, NOW, Refused } from '../support'
import { auditor, office } from './support'

const FOUND = { importId: 'i1', total: 1200, added: 1000, changed: 150, unchanged: 50, absent: 3 }
const RIGHT: Actions['checkRoster']['reply'] = { faults: [], faultCount: 0, found: FOUND, sheets: { read: '住户', unread: [] } }
const wrong = (count: number): Actions['checkRoster']['reply'] => ({ faults: [{ row: 4, words: '没有写房号' }, { row: null, words: '表头与模板不一样' }], faultCount: count, found: null, sheets: { read: '住户', unread: [] } })

beforeEach(() => {
  setRouterParams({ estateId: 'cuihu' })
  jest.mocked(Taro.chooseMessageFile).mockResolvedValue({ tempFiles: [{ path: 'wxfile://tmp.xlsx', name: '翠湖园.xlsx' }] } as never)
})
async function opened(answers: Parameters<typeof cloudAnswers>[0] = {}, me = office) {
  const calls = cloudAnswers({ whoAmI: () => me, recordConsent: () => ({}), checkRoster: () => RIGHT, ...answers })
  const page = draw(<RosterPage />)
  await waitFor(() => expect(calls.some(({ action }) => action === 'whoAmI')).toBe(true))
  const sent = <K extends keyof Actions>(name: K) => calls.filter(({ action }) => action === name).map(({ request }) => request as Actions[K]['request'])
  return Object.assign(sent, { page })
}
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
/** Pages of 500, the third call fails once if it is to. */
function pages(fails = false) {
  let done = 0
  let isBusy = fails
  return () => {
    if (done === 1000 && isBusy) {
      isBusy = false
      throw new Refused('BUSY', '办理的人较多，请稍后再试')
    }
    done = Math.min(done + 500, 1200)
    return { done, total: 1200 }
  }
}

it('begins with the estate one comes from, and says how the table is filled in', async () => {
  await opened()
  expect(await screen.findByRole('radio', { name: '翠湖园', checked: true })).toBeInTheDocument()
  for (const column of ['楼栋', '房号', '入住情况', '手机号']) expect(screen.getByText(column)).toBeInTheDocument()
})

it('a file is chosen from a chat, sent and checked; nothing is imported before it is asked for', async () => {
  const sent = await opened()
  await press('从聊天里选表格')
  expect(await screen.findByText('“翠湖园.xlsx”没有问题，共 1200 户')).toBeInTheDocument()
  for (const figure of ['1000 户', '150 户', '50 户', '3 户']) expect(screen.getByText(figure)).toBeInTheDocument()
  expect(sent('checkRoster')).toEqual([{ estateId: 'cuihu', fileId: `cloud://env.bucket/uploads/${'0'.repeat(32)}/1.xlsx` }])
  expect(Taro.chooseMessageFile).toHaveBeenCalledWith({ count: 1, type: 'file', extension: ['xlsx'] })
  jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true } as never)
  await press('导入 1200 户')
  expect(sent('applyRoster')).toEqual([])
})

it('which sheet was read is told, and which were not', async () => {
  await opened({ checkRoster: () => ({ ...RIGHT, sheets: { read: '2幢', unread: [{ name: '说明', isHidden: false }, { name: '旧表', isHidden: true }] } }) })
  await press('从聊天里选表格')
  expect(await screen.findByText('只读了工作表“2幢”。没有读：“说明”、“旧表”（隐藏）。那里如果有住户，请放到“2幢”里，再选一次。')).toBeInTheDocument()
})

it('where several sheets are there, a fault says of which it is', async () => {
  await opened({ checkRoster: () => ({ ...wrong(2), sheets: { read: '2幢', unread: [{ name: '说明', isHidden: false }] } }) })
  await press('从聊天里选表格')
  expect(await screen.findByText(/工作表“2幢”/)).toBeInTheDocument()
})

it('the import is told in figures, to the end, and leads on to the slips', async () => {
  const apply = pages()
  let release: () => void = () => undefined
  const gate = new Promise<void>((resolve) => (release = resolve))
  const sent = await opened({ applyRoster: async () => {
    const progress = apply()
    if (progress.done > 500) await gate
    return progress
  } })
  await press('从聊天里选表格')
  await press('导入 1200 户')
  expect(await screen.findByText('500 / 1200 户')).toBeInTheDocument()
  release()
  expect(await screen.findByText('导入好了，共 1200 户')).toBeInTheDocument()
  expect(sent('applyRoster')).toEqual([{ importId: 'i1' }, { importId: 'i1' }, { importId: 'i1' }])
  await press('批量发绑定码')
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/office/pages/slips/index?estateId=cuihu' })
})

it('what stopped half-way goes on where it stood, also on another day', async () => {
  const applyRoster = pages(true)
  const first = await opened({ applyRoster })
  await press('从聊天里选表格')
  await press('导入 1200 户')
  expect(await screen.findByText('办理的人较多，请稍后再试')).toBeInTheDocument()
  expect(screen.getByText('1000 / 1200 户')).toBeInTheDocument()
  first.page.unmount()
  await opened({ applyRoster })
  expect(await screen.findByText('1000 / 1200 户')).toBeInTheDocument()
  await press('接着导入')
  expect(await screen.findByText('导入好了，共 1200 户')).toBeInTheDocument()
  await clearPhoneLeavesNothing()
})
const clearPhoneLeavesNothing = async () => expect(Taro.getStorageSync('roster:cuihu')).toBe('')

it('an import that has grown old begins anew', async () => {
  await opened({ applyRoster: () => { throw new Refused('ROSTER_GONE', '这一份已经过期') } })
  await press('从聊天里选表格')
  await press('导入 1200 户')
  expect(await screen.findByText('这一份已经过期')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '从聊天里选表格' })).toBeInTheDocument()
})

it('faults are listed by row, all of them counted; the mended file is chosen in place', async () => {
  let isMended = false
  await opened({ checkRoster: () => (isMended ? RIGHT : wrong(140)) })
  await press('从聊天里选表格')
  expect(await screen.findByText('有 140 处要改，先列出前 2 处')).toBeInTheDocument()
  expect(screen.getByText('第 4 行')).toBeInTheDocument()
  expect(screen.getByText('整个文件')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /^导入/ })).toBeNull()
  isMended = true
  await press('重新选表格')
  expect(await screen.findByText(/没有问题/)).toBeInTheDocument()
})

it('a roster that is the same already has nothing to import', async () => {
  await opened({ checkRoster: () => ({ ...RIGHT, found: { ...FOUND, added: 0, changed: 0, unchanged: 1200 } }) })
  await press('从聊天里选表格')
  expect(await screen.findByText('名册已经和这张表一样，不用导入。')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /^导入/ })).toBeNull()
})

it('a file that did not arrive is said, and can be sent again', async () => {
  const sent = await opened()
  jest.mocked(Taro.cloud.uploadFile).mockImplementationOnce((({ fail }: { fail: (error: object) => void }) => {
    fail({ errMsg: 'uploadFile:fail timeout' })
    return undefined
  }) as never)
  await press('从聊天里选表格')
  expect(await screen.findByText(/服务器没有及时回应/)).toBeInTheDocument()
  expect(sent('checkRoster')).toEqual([])
  await press('从聊天里选表格')
  expect(await screen.findByText(/没有问题/)).toBeInTheDocument()
})

it('each file asks for a place of its own first; where there is none, that is said, and nothing is sent', async () => {
  let isFull = true
  const sent = await opened({ openUploads: () => {
    if (isFull) throw new Refused('UPLOADS_USED', '今天上传的文件太多了')
    return { paths: [`uploads/a/${sent('openUploads').length}.xlsx`], until: NOW }
  } })
  await press('从聊天里选表格')
  expect(await screen.findByText('今天上传的文件太多了')).toBeInTheDocument()
  expect([jest.mocked(Taro.cloud.uploadFile).mock.calls, sent('checkRoster')]).toEqual([[], []])
  isFull = false
  await press('从聊天里选表格')
  expect(await screen.findByText(/没有问题/)).toBeInTheDocument()
  await press('重新选表格')
  await waitFor(() => expect(sent('checkRoster').map(({ fileId }) => fileId)).toEqual([2, 3].map((number) => `cloud://env.bucket/uploads/a/${number}.xlsx`)))
  expect(sent('openUploads')).toEqual([1, 2, 3].map(() => ({ kind: 'roster' })))
})

it('files are private: who has not agreed is asked, and closing it without a file changes nothing', async () => {
  clearPhone()
  forgetSaid()
  await opened()
  await press('从聊天里选表格')
  expect(await screen.findByText(/从聊天里选出表格/)).toBeInTheDocument()
  await press('不同意')
  expect(Taro.chooseMessageFile).not.toHaveBeenCalled()
  expect(screen.getByRole('button', { name: '从聊天里选表格' })).toBeInTheDocument()
})

it('on WeChat there is no template to download: it says where, and the header can be copied', async () => {
  await opened()
  expect(await screen.findByText(/表格请在电脑上做好/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '下载模板' })).toBeNull()
  await press('复制表头')
  await waitFor(() => expect(Taro.setClipboardData).toHaveBeenCalledWith({ data: '小区\t楼栋\t单元\t房号\t入住情况\t手机号' }))
  await hear('已复制，可粘贴到表格第一行')
})

it('nobody but the office imports', async () => {
  await opened({}, auditor)
  expect(await screen.findByText('名册由镇考核办导入。')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /选表格/ })).toBeNull()
})
