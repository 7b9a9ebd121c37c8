import { DAY_MS, HOUR_MS, instantOf } from '../../domain/time/beijing'
import { demoCode } from '../../scripts/demo/households'
import { sceneOf } from '../../domain/household/scene'
import { startWeappTown, takePhoto, type WeappTown } from '../weapp/town'
import type { Phone } from '../weapp/host'

const MORNING = instantOf('2026-11-23', '09:00')

describe('a resident with the mini-program that ships: bound, reported, not satisfied, heard', () => {
  let town: WeappTown
  let mine: Phone
  const theCase = () => town.cloud.engine.find('cases', {})[0] as { _id: string; state: string }
  const answer = async (name: string) => {
    await town.player.call('manager-jinxiu', 'answerCase', { caseId: theCase()._id, text: '已清扫', photos: [await town.player.photo('manager-jinxiu', `${name}-after`, true)] })
    await town.player.beat()
    await town.cloud.deliverVerdicts()
  }

  beforeAll(async () => {
    town = await startWeappTown(MORNING, '2026-11')
  })
  afterAll(async () => {
    await town?.cloud.close()
  })

  test('the code behind a scanned slip is filled in; nothing is bound without a tap', async () => {
    const scene = encodeURIComponent(sceneOf(demoCode('jinxiu', { building: '1', unit: '1', room: '301' })))
    mine = await town.phoneOf('newcomer-1', `resident/pages/bind/index?scene=${scene}`)
    await mine.waitFor('用绑定码')
    expect(town.cloud.engine.count('people', { openid: 'newcomer-1' })).toBe(0)
    await mine.tap('绑定')
    await mine.waitFor('已绑定：锦绣花园 1 幢 1 单元 301')
    await mine.tap('回首页')
    await mine.waitFor('锦绣花园这个月')
  })

  test('by WeChat’s phone button, after our own question; a closed window binds nothing and says what else there is', async () => {
    const phone = await town.phoneOf('resident-jinxiu-2', 'resident/pages/bind/index')
    await phone.waitFor('用登记的手机号绑定')
    await phone.tap('用登记的手机号绑定')
    await phone.waitFor('同意并继续')
    await phone.tap('同意并继续')
    await phone.waitFor('让微信提供手机号')
    await phone.tap('让微信提供手机号')
    await phone.waitFor('没有取得手机号，什么也没有绑定')
    phone.answers.phoneCode = () => 'phone-13800000001'
    await phone.tap('让微信提供手机号')
    await phone.waitFor('已绑定：锦绣花园 1 幢 2 单元 301')
  })

  test('reported with a photo, a place, a few words: the own building stands chosen', async () => {
    await mine.tap('报告问题')
    await mine.waitFor('先拍张照片')
    await takePhoto(mine, '拍照或从相册选', '下一步')
    await mine.tap('下一步')
    await mine.waitFor('您家这幢')
    await mine.tap('南大门')
    await mine.input('出了什么问题', '门口垃圾没人扫')
    await mine.waitFor('您说的可能是')
    await mine.tap(/^地上脏、有垃圾/)
    await mine.waitFor('2 个工作时')
    await mine.tap('提交报告')
    await mine.waitFor('已经收到，谢谢您')
    expect(theCase().state).toBe('submitted')
  })

  test('not fixed: in words and with a photo it goes back to the manager', async () => {
    await town.player.call('office-1', 'fileCase', { caseId: theCase()._id, categoryCode: '0201', dispatch: true })
    town.cloud.clock.freezeAt(MORNING + HOUR_MS)
    await answer('weapp-first')
    await mine.tap('看这一件的进展')
    await mine.waitFor('修好了吗？')
    await mine.tap('没修好')
    await mine.waitFor('哪里还没修好？')
    await mine.tap('告诉考核办：没修好')
    await mine.waitFor('请写一句哪里还没修好，或拍一张现在的样子')
    await mine.input('哪里还没修好', '角落里还有两袋')
    await takePhoto(mine, '拍照或从相册选', '删除第 1 张')
    await mine.tap('告诉考核办：没修好')
    await mine.waitFor('已退回物业重做')
    expect(theCase().state).toBe('rework')
  })

  test('fixed at last: seen on the spot, closed, confirmed and rated', async () => {
    town.cloud.clock.freezeAt(MORNING + 2 * HOUR_MS)
    await answer('weapp-second')
    await town.player.call('inspector-town', 'verifyCase', { caseId: theCase()._id, matches: true, method: 'onSite', text: '现场已清扫', close: false })
    await town.player.call('office-1', 'closeCase', { caseId: theCase()._id })
    await mine.pullDown()
    await mine.waitFor('这一件已经办完')
    await mine.tap('修好了')
    await mine.waitFor('这次办得怎么样？')
    await mine.tap('满意')
    await mine.waitFor('您的评价：满意')
  })

  test('who looked is told, and everything can be taken back', async () => {
    town.cloud.clock.freezeAt(MORNING + DAY_MS)
    const [reporter] = (await town.player.call('office-1', 'readCase', { caseId: theCase()._id })).reporters ?? []
    await town.player.call('office-1', 'unmaskReporter', { key: 'weapp-resident-unmask', caseId: theCase()._id, reportId: reporter!.reportId, reason: '核实报告的地点' })
    const seen = await town.phoneOf('newcomer-1', 'resident/pages/seen/index')
    await seen.waitFor('理由：核实报告的地点')
    const forget = await town.phoneOf('newcomer-1', 'resident/pages/forget/index')
    await forget.waitFor('我看明白了，要删除')
    await forget.tap('我看明白了，要删除')
    await forget.waitFor('现在删除')
    await forget.tap('现在删除')
    await forget.waitFor(/您的资料已经删除|正在删除，几分钟内完成/)
    expect((await town.player.call('office-1', 'readCase', { caseId: theCase()._id })).reporters).toMatchObject([{ gone: true }])
  })

  test('nothing was thrown, left out of the templates, or asked of WeChat that it does not have', () => {
    expect(town.phones.flatMap(({ errors, unstubbed }) => [...errors, ...unstubbed])).toEqual([])
  })
})
