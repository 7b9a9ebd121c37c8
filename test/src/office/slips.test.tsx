import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import SlipsPage from '@/office/pages/slips'
import { phoneFiles, setRouterParams } from '../../doubles/taro'
import { cloudAnswers, draw, hear, NOW, Refused } from '../support'
import { auditor, office } from './support'

const run = (part: Partial<Actions['listSlipRuns']['reply']['runs'][number]> = {}) => ({ runId: 'run1', building: '3', at: NOW - 60_000, drawn: 62, open: 60, parts: 1, ...part })
const sheet = (part: Partial<Actions['printSlips']['reply']> = {}) => ({ name: '绑定码-锦绣花园-3幢-2026-11-24.docx', file: Buffer.from('a sheet').toString('base64'), slips: 60, part: 1, parts: 1, used: 0, replaced: 0, ...part })
const PATH = 'wxfile://usr/绑定码-锦绣花园-3幢-2026-11-24.docx'

beforeEach(() => setRouterParams({}))
async function opened(answers: Parameters<typeof cloudAnswers>[0] = {}, me = office) {
  let calls = 0
  const sent = cloudAnswers({ whoAmI: () => me, listSlipRuns: () => ({ runs: [] }), issueSlips: () => ((calls += 1) === 1 ? { runId: 'run1', drawn: 50, left: 12 } : { runId: 'run1', drawn: 62, left: 0 }), printSlips: () => sheet(), ...answers })
  const page = draw(<SlipsPage />)
  await waitFor(() => expect(sent.some(({ action }) => action === 'whoAmI')).toBe(true))
  return { page, sent: <Name extends keyof Actions>(name: Name) => sent.filter(({ action }) => action === name).map(({ request }) => request as Actions[Name]['request']) }
}
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))

it('slips are drawn after a question, fifty a call under one key, until nobody is left', async () => {
  let isDrawn = false
  const { sent } = await opened({ listSlipRuns: () => ({ runs: isDrawn ? [run()] : [] }) })
  await userEvent.type(await screen.findByRole('textbox', { name: '楼栋' }), ' 3 ')
  jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true } as never)
  await press('发绑定码')
  expect(sent('issueSlips')).toEqual([])
  isDrawn = true
  await press('发绑定码')
  expect(await screen.findByText('3 幢发好了 62 户，请在下面要打印文件。')).toBeInTheDocument()
  expect(await screen.findByText('3 幢 · 62 户')).toBeInTheDocument()
  const [first, second, third] = sent('issueSlips')
  expect([first, third]).toMatchObject([{ estateId: 'jinxiu', building: '3' }, undefined])
  expect(second).toEqual(first)
})

it('what was broken off goes on under the same key, also after the page was left', async () => {
  let isLost = true
  const issueSlips = () => {
    if (isLost) throw new Refused('BUSY', '办理的人较多，请稍后再试')
    return { runId: 'run1', drawn: 2, left: 0 }
  }
  const first = await opened({ issueSlips })
  await press('发绑定码')
  expect(await screen.findByText('办理的人较多，请稍后再试')).toBeInTheDocument()
  first.page.unmount()
  isLost = false
  const second = await opened({ issueSlips })
  await press('发绑定码')
  expect(await screen.findByText('整个小区发好了 2 户，请在下面要打印文件。')).toBeInTheDocument()
  expect(second.sent('issueSlips')[0]!.key).toBe(first.sent('issueSlips')[0]!.key)
})

it('where another one draws at the same time it is told how many are left instead of asking for ever', async () => {
  const { sent } = await opened({ issueSlips: () => ({ runId: 'run1', drawn: 0, left: 5 }) })
  await press('发绑定码')
  expect(await screen.findByRole('button', { name: '接着发 5 户' })).toBeInTheDocument()
  expect(sent('issueSlips')).toHaveLength(2)
})

it('a run is made into a file, and sent on by a tap of its own, as WeChat wants it', async () => {
  const { sent } = await opened({ listSlipRuns: () => ({ runs: [run()] }), printSlips: () => sheet({ used: 2 }) })
  expect(await screen.findByText(/还有 60 个没有用/)).toBeInTheDocument()
  await press('要打印文件')
  expect(await screen.findByText('做好了：60 张，3 页 A4。另有 2 户已经绑定，没有印。')).toBeInTheDocument()
  expect(sent('printSlips')).toEqual([{ runId: 'run1', part: 1 }])
  expect(Buffer.from(phoneFiles.get(PATH)!).toString()).toBe('a sheet')
  expect(Taro.shareFileMessage).not.toHaveBeenCalled()
  await press('先看一看')
  expect(Taro.openDocument).toHaveBeenCalledWith(expect.objectContaining({ filePath: PATH, fileType: 'docx' }))
  await press('发到文件传输助手')
  expect(Taro.shareFileMessage).toHaveBeenCalledWith(expect.objectContaining({ filePath: PATH, fileName: '绑定码-锦绣花园-3幢-2026-11-24.docx' }))
})

it('a file that was not kept, sent on or opened is told beside its button, with what to do', async () => {
  await opened({ listSlipRuns: () => ({ runs: [run()] }) })
  await screen.findByRole('button', { name: '要打印文件' })
  const files = Taro.getFileSystemManager()
  jest.mocked(Taro.getFileSystemManager).mockReturnValueOnce({ ...files, writeFile: ({ fail }: { fail: (reason: object) => void }) => fail({ errMsg: 'writeFile:fail' }) } as never)
  await press('要打印文件')
  await hear('手机存储满了，没有存下。清理一下再试。')
  await press('要打印文件')
  expect(await screen.findByText(/^做好了/)).toBeInTheDocument()
  expect(screen.queryByText(/手机存储满了/)).toBeNull()
  const fails = (({ fail }: { fail: (reason: object) => void }) => fail({ errMsg: 'fail' })) as never
  jest.mocked(Taro.openDocument).mockImplementationOnce(fails)
  await press('先看一看')
  await hear('这部手机打不开，请发到电脑上看。')
  jest.mocked(Taro.shareFileMessage).mockImplementationOnce(fails)
  await press('发到文件传输助手')
  await hear('没有发出。可以再点一次。')
  await press('发到文件传输助手')
  await waitFor(() => expect(screen.queryByText('没有发出。可以再点一次。')).toBeNull())
})

it('the codes do not stay on the phone: the file goes with the page, and so does what a closed app left', async () => {
  phoneFiles.set('wxfile://usr/绑定码-旧.docx', Uint8Array.of(1))
  phoneFiles.set('wxfile://usr/photo-kept.jpg', Uint8Array.of(1))
  const { page } = await opened({ listSlipRuns: () => ({ runs: [run()] }) })
  await press('要打印文件')
  await screen.findByText(/^做好了/)
  expect([...phoneFiles.keys()]).toEqual(['wxfile://usr/photo-kept.jpg', PATH])
  page.unmount()
  expect([...phoneFiles.keys()]).toEqual(['wxfile://usr/photo-kept.jpg'])
})

it('a large run comes in parts, a refusal stands below it, and one whose codes are all used is not printed', async () => {
  const { sent } = await opened({ listSlipRuns: () => ({ runs: [run({ drawn: 500, open: 500, parts: 3 }), run({ runId: 'run2', building: '', open: 0 })] }), printSlips: ({ part }) => {
    if (part === 3) throw new Refused('SLIPS_ALL_USED', '这一份的绑定码都已用过或换过')
    return sheet({ part, parts: 3 })
  } })
  await press('要第 2 份')
  expect(await screen.findByText(/^做好了/)).toBeInTheDocument()
  await press('要第 3 份')
  expect(await screen.findByText('这一份的绑定码都已用过或换过')).toBeInTheDocument()
  expect(sent('printSlips')).toEqual([{ runId: 'run1', part: 2 }, { runId: 'run1', part: 3 }])
  expect(screen.getByText('整个小区 · 62 户')).toBeInTheDocument()
  expect(screen.getByText(/都用过或换过了/)).toBeInTheDocument()
  expect(screen.getAllByRole('button', { name: /^要/ })).toHaveLength(3)
})

it('no code and no picture of one is on the page', async () => {
  const { page } = await opened({ listSlipRuns: () => ({ runs: [run()] }) })
  await press('发绑定码')
  await press('要打印文件')
  await screen.findByText(/^做好了/)
  expect(page.container.querySelector('img')).toBeNull()
  expect(page.container.textContent).not.toMatch(/[0-9A-Z]{5}-[0-9A-Z]{5}/)
})

it('where nobody needs one that is said, with what to do about a lost one', async () => {
  await opened({ issueSlips: () => ({ runId: 'run1', drawn: 0, left: 0 }) })
  await press('发绑定码')
  expect(await screen.findByText(/没有要发的.*再要一次.*单独补发/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /发绑定码|接着发/ })).toBeNull()
})

it('nobody but the office draws', async () => {
  await opened({}, auditor)
  expect(await screen.findByText('绑定码由镇考核办发放。')).toBeInTheDocument()
})
