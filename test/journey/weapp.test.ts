import { readFileSync } from 'node:fs'
import { HOUR_MS, instantOf } from '../../domain/time/beijing'
import { startWeappTown, takePhoto, type WeappTown } from '../weapp/town'

const MORNING = instantOf('2026-11-23', '09:00')

describe('the mini-program that ships, on a phone without a browser', () => {
  let town: WeappTown
  const phoneOf = (openid: string, page: string) => town.phoneOf(openid, page)

  beforeAll(async () => {
    town = await startWeappTown(MORNING, '2026-11')
  })
  afterAll(async () => {
    await town?.cloud.close()
  })

  test('a resident reports with a photo, a place and a few words, and hears that it has come', async () => {
    const phone = await phoneOf('resident-jinxiu-1', 'pages/home/index')
    await phone.waitFor('报告问题')
    await phone.tap('报告问题')
    await phone.waitFor('先拍张照片')
    await takePhoto(phone, '拍照或从相册选', '下一步')
    await phone.tap('下一步')
    await phone.waitFor('南大门')
    await phone.tap('南大门')
    await phone.input('出了什么问题', '楼道堆满杂物，走不过去')
    await phone.waitFor('乱堆杂物')
    await phone.tap(/^乱堆杂物/)
    await phone.waitFor('2 个工作时')
    await phone.tap('提交报告')
    await phone.waitFor('已经收到，谢谢您')
    expect(town.cloud.engine.count('cases', {})).toBe(1)
  })

  test('the office files it, the manager answers it in time, and it stands so in the database', async () => {
    const office = await phoneOf('office-1', 'pages/home/index')
    await office.waitFor('待立案')
    const [{ _id: caseId }] = town.cloud.engine.find('cases', {}) as [{ _id: string }]
    const desk = await phoneOf('office-1', `office/pages/decide/index?id=${caseId}`)
    await desk.waitFor('只立案，稍后再派遣')
    await desk.tap('立案并派遣')
    await desk.waitFor('已立案并派遣')

    town.cloud.clock.freezeAt(MORNING + HOUR_MS)
    const manager = await phoneOf('manager-jinxiu', `manager/pages/answer/index?id=${caseId}`)
    await manager.waitFor('处理后的照片')
    // What a press is refused for comes into view: it may stand two screens further down.
    await manager.tap('提交回复')
    await manager.waitFor('请至少拍一张处理后的照片')
    await manager.waitFor(() => manager.calls.some(({ api, option }) => api === 'pageScrollTo' && (option as { scrollTop: number }).scrollTop > 1000))
    await takePhoto(manager, '拍照', '提交回复')
    await manager.input('怎么处理的', '已全部清走')
    await manager.tap('提交回复')
    await manager.waitFor('已回复，在时限内')
    expect(town.cloud.engine.find('cases', {})[0]).toMatchObject({ state: 'answered', judgeAt: null })
  })

  test('the standings and the rewards are drawn for everybody', async () => {
    const standings = await phoneOf('resident-jinxiu-1', 'pages/standings/index')
    await standings.waitFor('锦绣花园')
    const rewards = await phoneOf('resident-jinxiu-1', 'pages/rewards/index')
    await rewards.waitFor('3000')
  })

  test('sent off without a network it waits, with its photo, and goes once when the network is back', async () => {
    const phone = await phoneOf('resident-jinxiu-2', 'pages/home/index')
    const working = phone.answers.callFunction
    await phone.waitFor('报告问题')
    await phone.tap('报告问题')
    await phone.waitFor('先拍张照片')
    await takePhoto(phone, '拍照或从相册选', '下一步')
    await phone.tap('下一步')
    await phone.waitFor('用我现在的位置')
    await phone.tap('北大门')
    await phone.input('出了什么问题', '路灯不亮')
    await phone.tap('下一步')
    phone.answers.callFunction = () => { throw { errMsg: 'cloud.callFunction:fail' } }
    await phone.tap('提交报告')
    await phone.waitFor('已经存好，等着发送')
    expect(town.cloud.engine.count('cases', {})).toBe(1)
    phone.answers.callFunction = working
    await phone.tap('立即再试')
    await phone.waitFor('已经收到，谢谢您')
    expect(town.cloud.engine.count('cases', {})).toBe(2)
  })

  test('a photo whose place the phone cannot take off does not leave it; one that breaks off is told, and taken again', async () => {
    const phone = await phoneOf('resident-jinxiu-3', 'pages/report/index')
    const { uploadFile } = phone.answers
    const left: Uint8Array[] = []
    phone.answers.uploadFile = (file) => {
      left.push(file.bytes)
      return uploadFile(file)
    }
    phone.answers.compressImage = () => { throw { errMsg: 'compressImage:fail' } }
    const fixture = (name: string) => new Uint8Array(readFileSync(`test/fixtures/photo/${name}`))
    phone.answers.picture = (path) => fixture(path.replace('wxfile://', ''))
    phone.answers.getImageInfo = () => ({ width: 1200, height: 800 })
    phone.answers.chooseMedia = () => ['wxfile://c2_no_eoi.jpg', 'wxfile://c_truncated_half.jpg', 'wxfile://t_gps_no_eoi.jpg']
    await phone.waitFor('先拍张照片')
    await phone.tap('拍照或从相册选')
    await phone.waitFor(() => phone.find('同意并继续') !== undefined || /第 3 张/.test(phone.text()))
    if (phone.find('同意并继续')) await phone.tap('同意并继续')
    for (const number of [1, 2, 3]) await phone.waitFor(`选的第 ${number} 张不完整，像是存到一半断了`)
    phone.answers.chooseMedia = () => ['wxfile://s_fill_bytes_gps.jpg']
    await phone.tap(/^拍照或从相册选$|^再加/)
    await phone.waitFor('下一步')
    await phone.tap('下一步')
    await phone.waitFor('南大门')
    await phone.tap('南大门')
    await phone.input('出了什么问题', '花坛边有垃圾')
    await phone.tap('下一步')
    await phone.waitFor('提交报告')
    await phone.tap('提交报告')
    await phone.waitFor('已经收到，谢谢您')
    expect(left.map((bytes) => [bytes.length > 10_000, Buffer.from(bytes).includes('Exif')])).toEqual([[true, false]])
  })

  test('one case opened from another: the same page twice on the stack, each with its own', async () => {
    const phone = await phoneOf('office-1', 'pages/home/index')
    const [first, second] = town.cloud.engine.find('cases', { sort: [['createdAt', 1]] }) as { _id: string }[]
    await phone.go(`/pages/case/index?id=${first!._id}`)
    await phone.waitFor('楼道堆满杂物')
    await phone.go(`/pages/case/index?id=${second!._id}`)
    await phone.waitFor('路灯不亮')
    expect(phone.text()).not.toContain('楼道堆满杂物')
    expect(phone.depth).toBe(3)
    await phone.back()
    expect(phone.text()).toContain('楼道堆满杂物')
    expect(phone.text()).not.toContain('路灯不亮')
    // The one beneath is alive: it still answers a tap.
    await phone.tap(/说明书/)
    await phone.waitFor('累计120分钟')
    await phone.go(`/pages/case/index?id=${second!._id}`)
    await phone.waitFor('路灯不亮')
  })

  test('nothing was thrown, left out of the templates, or asked of WeChat that it does not have', () => {
    expect(town.phones.flatMap(({ errors, unstubbed }) => [...errors, ...unstubbed])).toEqual([])
  })
})
