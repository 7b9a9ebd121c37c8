import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import { keepPhoto } from '@/services/photo/keptPhotos'
import { newReport, type KeptReport } from '@/services/reports/keptReport'
import { sendWaiting } from '@/services/reports/outbox'
import { readOutbox } from '@/services/reports/outboxState'
import { allReports, changeReport, dropReport, findReport, forgetReports, keepReport, openReports } from '@/services/reports/reportStore'
import { startOutbox } from '@/services/reports/startOutbox'
import { phoneFiles } from '../../doubles/taro'
import { NOW, Refused, cloudAnswers, resident } from '../support'

type Report = Actions['reportCase']['request']
const whoAmI = () => resident
const noNetwork = () => { throw new Error('cloud.callFunction:fail') }
const broken = () => { throw { errMsg: 'errCode: -504002 functions execute fail' } }

let minute = 0
function waitingReport(part: Partial<KeptReport> = {}): KeptReport {
  const report = { ...newReport({ personId: 'p1', estateId: 'jinxiu', spotId: 'bins', changedAt: NOW + (minute += 1) }), text: '垃圾没人清', state: 'waiting', ...part } as const
  keepReport(report)
  return report
}
async function photo(name: string): Promise<string> {
  phoneFiles.set(`wxfile://usr/photo-${name}.jpg`, Uint8Array.of(1))
  return keepPhoto(`wxfile://usr/photo-${name}.jpg`)
}
const keysOf = (calls: ReturnType<typeof cloudAnswers>) => calls.filter(({ action }) => action === 'reportCase').map(({ request }) => (request as Report).key)
/** A cloud that knows a key once it has seen it. */
function realCloud() {
  const made = new Map<string, string>()
  const reportCase = ({ key }: Report) => {
    if (!made.has(key)) made.set(key, `c${made.size + 1}`)
    return { caseId: made.get(key)!, number: null, joinedInstead: false }
  }
  return { made, reportCase }
}

it('photos go first, each once: what has arrived is remembered when the sending fails after it', async () => {
  const photos = [await photo('one'), await photo('two')]
  let online = false
  const calls = cloudAnswers({ whoAmI, reportCase: () => (online ? { caseId: 'c1', number: null, joinedInstead: false } : noNetwork()) })
  const { key } = waitingReport({ photos })
  await sendWaiting()
  // As after a killed app: only what stands on the phone is known.
  openReports()
  online = true
  await sendWaiting()
  expect(Taro.cloud.uploadFile).toHaveBeenCalledTimes(2)
  const [first, second] = calls.filter(({ action }) => action === 'reportCase').map(({ request }) => request as Report)
  expect(second).toEqual(first)
  expect(first!.photos).toEqual([expect.stringMatching(/^cloud:/), expect.stringMatching(/^cloud:/)])
  expect(findReport(key)).toBeUndefined()
  expect(phoneFiles.size).toBe(0)
})

it('a photo that does not go up is the only one that goes again', async () => {
  const photos = [await photo('one'), await photo('two')]
  const upload = jest.mocked(Taro.cloud.uploadFile)
  const working = upload.getMockImplementation()!
  upload.mockImplementationOnce(working).mockImplementationOnce(((option: { fail: (error: object) => void }) => void option.fail({ errMsg: 'uploadFile:fail' })) as never)
  const calls = cloudAnswers({ whoAmI, ...realCloud() })
  const { key } = waitingReport({ photos })
  await sendWaiting()
  expect(keysOf(calls)).toEqual([])
  expect(findReport(key)).toMatchObject({ state: 'waiting', sentBefore: null, trouble: { words: expect.stringContaining('网络不通') as string } })
  await sendWaiting()
  expect(upload).toHaveBeenCalledTimes(3)
  expect(keysOf(calls)).toEqual([key])
})

it('an answer that was lost after the cloud had written it makes no second report', async () => {
  const { made, reportCase } = realCloud()
  let isLost = true
  cloudAnswers({ whoAmI, reportCase: (request) => {
    const value = reportCase(request)
    if (isLost) throw { errMsg: 'errCode: -504003 FUNCTIONS_TIME_LIMIT_EXCEEDED' }
    return value
  } })
  const { key } = waitingReport()
  await sendWaiting()
  expect(findReport(key)).toMatchObject({ state: 'waiting', sentBefore: 'same', trouble: { words: expect.stringContaining('没有及时回应') as string } })
  isLost = false
  await sendWaiting()
  expect([...made]).toEqual([[key, 'c1']])
  expect(readOutbox().arrived.find((each) => each.key === key)).toMatchObject({ caseId: 'c1', wasChanged: false })
})

it('what was changed after it may have arrived is told when it has', async () => {
  const { reportCase } = realCloud()
  cloudAnswers({ whoAmI, reportCase })
  const { key } = waitingReport({ sentBefore: 'changed' })
  await sendWaiting()
  expect(readOutbox().arrived.find((each) => each.key === key)).toMatchObject({ wasChanged: true })
})

it('several go one after the other, the oldest first, and never twice at once', async () => {
  let atOnce = 0
  let most = 0
  const { made, reportCase } = realCloud()
  const calls = cloudAnswers({ whoAmI, reportCase: async (request) => {
    most = Math.max(most, (atOnce += 1))
    await new Promise((resolve) => setTimeout(resolve, 5))
    atOnce -= 1
    return reportCase(request)
  } })
  const keys = [waitingReport(), waitingReport(), waitingReport()].map(({ key }) => key)
  await Promise.all([sendWaiting(), sendWaiting(), sendWaiting()])
  expect(most).toBe(1)
  expect(keysOf(calls)).toEqual(keys)
  expect(made.size).toBe(3)
})

it('one that comes in while another is on its way goes too', async () => {
  const { reportCase } = realCloud()
  let later: KeptReport | undefined
  const calls = cloudAnswers({ whoAmI, reportCase: (request) => {
    later ??= waitingReport()
    return reportCase(request)
  } })
  const first = waitingReport()
  await sendWaiting()
  expect(keysOf(calls)).toEqual([first.key, later!.key])
})

it('a refusal puts the report back as a draft with the words; the next one still goes', async () => {
  const { reportCase } = realCloud()
  const calls = cloudAnswers({ whoAmI, reportCase: (request) => {
    if (request.text === '脏话') throw new Refused('TEXT_REJECTED', '请修改后再提交')
    return reportCase(request)
  } })
  const refused = waitingReport({ text: '脏话' })
  const next = waitingReport()
  await sendWaiting()
  expect(findReport(refused.key)).toMatchObject({ state: 'draft', step: 'what', text: '脏话', trouble: { words: '请修改后再提交', step: 'what' } })
  expect(keysOf(calls)).toEqual([refused.key, next.key])
  await sendWaiting()
  expect(keysOf(calls)).toHaveLength(2)
})

it.each(['BUSY', 'INTERNAL'] as const)('%s is not the person’s to mend: it waits, and the next one goes', async (code) => {
  const { reportCase } = realCloud()
  let isTrouble = true
  cloudAnswers({ whoAmI, reportCase: (request) => {
    if (isTrouble && request.text === '第一件') throw new Refused(code, '请稍后再试')
    return reportCase(request)
  } })
  const first = waitingReport({ text: '第一件' })
  const next = waitingReport()
  await sendWaiting()
  expect(findReport(first.key)).toMatchObject({ state: 'waiting', trouble: { words: '请稍后再试' } })
  expect(findReport(next.key)).toBeUndefined()
  isTrouble = false
  await sendWaiting()
  expect(findReport(first.key)).toBeUndefined()
})

it('a cloud that breaks over one report does not hold up the others; an absent network is asked once', async () => {
  const calls = cloudAnswers({ whoAmI, reportCase: ({ text }) => (text === '坏的' ? broken() : noNetwork()) })
  const reports = [waitingReport({ text: '坏的' }), waitingReport(), waitingReport()]
  await sendWaiting()
  expect(keysOf(calls)).toEqual([reports[0]!.key, reports[1]!.key])
  expect(reports.map(({ key }) => findReport(key)?.trouble?.words)).toEqual([expect.stringContaining('系统出了问题'), expect.stringContaining('网络不通'), expect.stringContaining('网络不通')])
})

it('a cloud that fails in the words of WeChat’s older clients holds up nobody: the report waits, those behind it arrive, and it goes when the cloud is well', async () => {
  const { made, reportCase } = realCloud()
  let isIll = true
  const calls = cloudAnswers({ whoAmI, reportCase: (request) => {
    if (isIll && request.text === '坏的') throw { errCode: -404011, errMsg: 'cloud.callFunction:fail Error: errCode: -404011 cloud function execution error | errMsg: cloud.callFunction:fail requestID 1, cloud function service error code -504002, error message Error: no; at cloud.callFunction api;' }
    return reportCase(request)
  } })
  const reports = [waitingReport({ text: '坏的' }), waitingReport(), waitingReport()]
  await sendWaiting()
  expect(keysOf(calls)).toEqual(reports.map(({ key }) => key))
  expect(findReport(reports[0]!.key)).toMatchObject({ state: 'waiting', sentBefore: 'same', trouble: { words: expect.stringContaining('系统出了问题') as string } })
  isIll = false
  await sendWaiting()
  expect([...made.keys()].sort()).toEqual(reports.map(({ key }) => key).sort())
})

it('a storage that fails over one photo does not hold up the reports behind it', async () => {
  const { made, reportCase } = realCloud()
  cloudAnswers({ whoAmI, reportCase })
  const working = jest.mocked(Taro.cloud.uploadFile).getMockImplementation()!
  jest.mocked(Taro.cloud.uploadFile).mockImplementationOnce(((option: { fail: (error: object) => void }) => void option.fail({ errCode: -503001, errMsg: 'uploadFile:fail Error: errCode: -503001 | errMsg: storage request fail' })) as never)
  const [first, next] = [waitingReport({ photos: [await photo('one')] }), waitingReport({ photos: [await photo('two')] })]
  await sendWaiting()
  jest.mocked(Taro.cloud.uploadFile).mockImplementation(working)
  expect([...made.keys()]).toEqual([next.key])
  expect(findReport(first.key)).toMatchObject({ state: 'waiting', trouble: { words: expect.stringContaining('系统出了问题') as string } })
})

it('nobody’s report is sent under another name', async () => {
  const calls = cloudAnswers({ whoAmI, ...realCloud() })
  const theirs = waitingReport({ personId: 'p2' })
  await sendWaiting()
  expect(keysOf(calls)).toEqual([])
  expect(findReport(theirs.key)).toMatchObject({ state: 'waiting' })
})

it('a person who was removed meanwhile loses nothing: what waits says what to do, and goes when there is an estate again', async () => {
  let isRemoved = true
  const calls = cloudAnswers({ whoAmI: () => (isRemoved ? { ...resident, person: null } : resident), ...realCloud() })
  const { key } = waitingReport()
  await sendWaiting()
  expect(findReport(key)).toMatchObject({ state: 'waiting', trouble: { words: '还没有选小区，选好以后会自动发出。' } })
  isRemoved = false
  await sendWaiting()
  expect(keysOf(calls)).toEqual([key])
})

it('a photo the phone has lost is told by its place, and the rest stays', async () => {
  const photos = [await photo('one'), await photo('two')]
  phoneFiles.delete('wxfile://usr/photo-two.jpg')
  cloudAnswers({ whoAmI, ...realCloud() })
  const { key } = waitingReport({ photos })
  await sendWaiting()
  expect(findReport(key)).toMatchObject({ state: 'draft', step: 'photo', photos: [photos[0]], trouble: { words: expect.stringMatching(/^第 2 张照片在手机里找不到了/) as string, step: 'photo' } })
})

it('joining a neighbour’s case waits for the network like a report, and one that is joined already has arrived', async () => {
  let answer: () => { caseId: string; counted: boolean } = noNetwork
  const calls = cloudAnswers({ whoAmI, joinCase: () => answer() })
  const { key } = waitingReport({ joins: { caseId: 'c7', number: '202611-0007' } })
  await sendWaiting()
  expect(findReport(key)).toMatchObject({ state: 'waiting' })
  answer = () => { throw new Refused('ALREADY_JOINED', '您已经在跟进这一件了') }
  await sendWaiting()
  expect(calls.filter(({ action }) => action === 'joinCase').map(({ request }) => request)).toEqual(Array(2).fill(expect.objectContaining({ key: `${key}-join`, caseId: 'c7' })))
  expect(readOutbox().arrived.find((each) => each.key === key)).toMatchObject({ caseId: 'c7', number: '202611-0007', joined: true })
})

it('a full phone keeps the report as long as the app is open, says so, and it is sent all the same', async () => {
  cloudAnswers({ whoAmI, ...realCloud() })
  const write = jest.mocked(Taro.setStorageSync)
  const working = write.getMockImplementation()!
  write.mockImplementation(() => { throw new Error('exceed max size') })
  const report = { ...newReport({ personId: 'p1', estateId: 'jinxiu', spotId: 'bins', changedAt: NOW }), text: '垃圾没人清', state: 'waiting' } as const
  expect(keepReport(report)).toBe(false)
  await sendWaiting()
  write.mockImplementation(working)
  expect(readOutbox().arrived.map(({ key }) => key)).toContain(report.key)
})

it('a start of the app sends what waits, and so does the network that comes back', async () => {
  const { made, reportCase } = realCloud()
  let online = false
  cloudAnswers({ whoAmI, reportCase: (request) => (online ? reportCase(request) : noNetwork()) })
  const { key } = waitingReport()
  startOutbox()
  await sendWaiting()
  online = true
  const [changed] = jest.mocked(Taro.onNetworkStatusChange).mock.calls.at(-1)!
  changed({ isConnected: false, networkType: 'none' })
  changed({ isConnected: true, networkType: '4g' })
  await sendWaiting()
  expect([...made.keys()]).toEqual([key])
})

it('a start of the app clears away photos that no report holds, and none that one does', async () => {
  cloudAnswers({ whoAmI })
  const held = await photo('held')
  await photo('forgotten')
  phoneFiles.set('wxfile://usr/photo-half.jpg', Uint8Array.of(1))
  phoneFiles.set('wxfile://usr/else.txt', Uint8Array.of(1))
  keepReport({ ...newReport({ personId: 'p1', estateId: 'jinxiu', spotId: null, changedAt: NOW }), photos: [held] })
  startOutbox()
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect([...phoneFiles.keys()].sort()).toEqual(['wxfile://usr/else.txt', 'wxfile://usr/photo-held.jpg'])
})

it('an empty draft is not kept, and what became empty is forgotten', () => {
  const empty = newReport({ personId: 'p1', estateId: 'jinxiu', spotId: 'bins', changedAt: NOW })
  keepReport(empty)
  openReports()
  expect(allReports()).toEqual([])
  keepReport({ ...empty, text: '井盖' })
  openReports()
  expect(findReport(empty.key)?.text).toBe('井盖')
  changeReport(empty.key, { text: ' ' })
  openReports()
  expect(allReports()).toEqual([])
})

it('what is deleted takes its photos with it', async () => {
  const kept = waitingReport({ photos: [await photo('one')] })
  waitingReport({ photos: [await photo('two')], personId: 'p2' })
  dropReport(kept.key)
  expect([...phoneFiles.keys()]).toEqual(['wxfile://usr/photo-two.jpg'])
  forgetReports()
  expect(phoneFiles.size).toBe(0)
  openReports()
  expect(allReports()).toEqual([])
})
