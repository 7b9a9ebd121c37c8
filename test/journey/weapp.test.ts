import { existsSync } from 'node:fs'
import { HOUR_MS, instantOf } from '../../domain/time/beijing'
import { startCloud, type Cloud } from '../../local-cloud/start'
import { installTown } from '../../scripts/demo/install'
import { playerOn, type Player } from '../../scripts/play/player'
import { Phone } from '../weapp/host'

jest.setTimeout(120_000)

const MORNING = instantOf('2026-11-23', '09:00')

describe('the mini-program that ships, on a phone without a browser', () => {
  let cloud: Cloud
  let player: Player
  const phones: Phone[] = []

  /** The built WeChat app with the real functions behind `wx.cloud`. */
  async function phoneOf(openid: string, page: string): Promise<Phone> {
    let photos = 0
    const phone = await new Phone('dist/miniprogram', {
      callFunction: ({ name, data }) => cloud.invoke(name, data, { openid }),
      uploadFile: () => player.photo(openid, `weapp-${openid}-${(photos += 1)}`, false),
    }).launch(page)
    phones.push(phone)
    return phone
  }

  beforeAll(async () => {
    for (const built of ['dist/miniprogram/app.json', 'dist/cloudfunctions/api/index.js']) if (!existsSync(built)) throw new Error(`${built} is missing: npm run build:functions && npm run build:weapp`)
    cloud = await startCloud({ dataDir: ':memory:', timers: false, quiet: true })
    cloud.clock.freezeAt(MORNING)
    installTown(cloud, '2026-11')
    player = playerOn(cloud)
  })
  afterAll(async () => {
    await cloud?.close()
  })

  test('a resident reports with a photo, a place and a few words, and gets a number', async () => {
    const phone = await phoneOf('resident-jinxiu-1', 'pages/home/index')
    await phone.waitFor('报告问题')
    await phone.tap('报告问题')
    await phone.waitFor('先拍张照片')
    await phone.tap('拍照或从相册选')
    await phone.waitFor('同意并继续')
    await phone.tap('同意并继续')
    await phone.waitFor(() => phone.find('下一步') !== undefined)
    await phone.tap('下一步')
    await phone.waitFor('南大门')
    await phone.tap('南大门')
    await phone.input('出了什么问题', '楼道堆满杂物，走不过去')
    await phone.waitFor('乱堆物料')
    await phone.tap(/^乱堆物料/)
    await phone.waitFor('2 个工作时')
    await phone.tap('提交报告')
    await phone.waitFor('202611-0001')
    expect(cloud.engine.count('cases', {})).toBe(1)
  })

  test('the office files it, the manager answers it in time, and it stands so in the database', async () => {
    const office = await phoneOf('office-1', 'pages/home/index')
    await office.waitFor('待立案')
    const [{ _id: caseId }] = cloud.engine.find('cases', {}) as [{ _id: string }]
    const desk = await phoneOf('office-1', `office/pages/decide/index?id=${caseId}`)
    await desk.waitFor('只立案，稍后再派遣')
    await desk.tap('立案并派遣')
    await desk.waitFor('已立案并派遣')

    cloud.clock.freezeAt(MORNING + HOUR_MS)
    const manager = await phoneOf('manager-jinxiu', `manager/pages/answer/index?id=${caseId}`)
    await manager.waitFor('处理后的照片')
    await manager.tap('拍照')
    await manager.waitFor('同意并继续')
    await manager.tap('同意并继续')
    await manager.waitFor(() => manager.find('提交回复') !== undefined)
    await manager.input('怎么处理的', '已全部清走')
    await manager.tap('提交回复')
    await manager.waitFor('已回复，在时限内')
    expect(cloud.engine.find('cases', {})[0]).toMatchObject({ state: 'answered', judgeAt: null })
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
    await phone.tap('拍照或从相册选')
    await phone.waitFor('同意并继续')
    await phone.tap('同意并继续')
    await phone.waitFor(() => phone.find('下一步') !== undefined)
    await phone.tap('下一步')
    await phone.waitFor('用我现在的位置')
    await phone.tap('北大门')
    await phone.input('出了什么问题', '路灯不亮')
    await phone.tap('下一步')
    phone.answers.callFunction = () => { throw { errMsg: 'cloud.callFunction:fail' } }
    await phone.tap('提交报告')
    await phone.waitFor('已经存好，等着发送')
    expect(cloud.engine.count('cases', {})).toBe(1)
    phone.answers.callFunction = working
    await phone.tap('立即再试')
    await phone.waitFor('202611-0002')
    expect(cloud.engine.count('cases', {})).toBe(2)
  })

  test('nothing was thrown, left out of the templates, or asked of WeChat that it does not have', () => {
    expect(phones.flatMap(({ errors, unstubbed }) => [...errors, ...unstubbed])).toEqual([])
  })
})
