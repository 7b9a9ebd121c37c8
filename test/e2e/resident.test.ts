import { DAY_MS, HOUR_MS, instantOf } from '../../domain/time/beijing'
import { DEMO_PHONES, demoCode } from '../../scripts/demo/households'
import { showCode } from '../../domain/household/code'
import { picture } from '../../scripts/play/picture'
import { playerOn } from '../../scripts/play/player'
import { openPhone, startDemo, type Demo, type Phone } from './support'

const MORNING = instantOf('2026-11-23', '09:00')
const ME = 'resident-jinxiu-1'

describe('what residents see of their own, in the browser', () => {
  let demo: Demo
  let caseId = ''
  const phones: Phone[] = []
  const open = async (openid: string, options?: Parameters<typeof openPhone>[2]) => {
    const phone = await openPhone(demo, openid, options)
    phones.push(phone)
    return phone
  }
  const player = () => playerOn(demo.cloud)
  /** Answered by the manager: 修好了吗 is open. */
  const answer = async (name: string) => {
    await player().call('manager-jinxiu', 'answerCase', { caseId, text: '已清扫', photos: [await player().photo('manager-jinxiu', `${name}-after`, true)] })
    await player().beat()
    await demo.cloud.deliverVerdicts()
  }

  beforeAll(async () => {
    demo = await startDemo(MORNING, '2026-11')
    const photo = await player().photo(ME, 'resident-1', false)
    caseId = (await player().call(ME, 'reportCase', { key: 'resident-e2e-report-1', estateId: 'jinxiu', categoryCode: '0201', place: { spotId: 'jinxiu-gate-s' }, text: '南门口垃圾没人清', photos: [photo] })).caseId
    await demo.cloud.deliverVerdicts()
  })
  afterAll(async () => {
    await demo?.close()
  })

  test('a newcomer binds a household with the code of a slip, typed as it comes, and is at home in its estate', async () => {
    const phone = await open('newcomer-1', { isAsked: true })
    await phone.go('pages/home/index')
    await phone.press(/有绑定码，或家人邀请/)
    const slip = showCode(demoCode('jinxiu', { building: '1', unit: '1', room: '301' }))
    const field = phone.page.getByRole('textbox', { name: '绑定码' }).last()
    await field.fill(`${slip.slice(0, -1)}${slip.endsWith('A') ? 'B' : 'A'}`)
    await phone.see(/有一两位不对/)
    await phone.picture('80-code-mistyped')
    await field.fill(slip.toLowerCase().replace('-', ' '))
    await phone.press(/^绑定$/)
    await phone.see('已绑定：锦绣花园 1 幢 1 单元 301')
    await phone.picture('81-bound')
    await phone.press('回首页')
    await phone.see('锦绣花园这个月')
  })

  test('李阿姨 invites a relative, who binds with the code and is told apart by a number only', async () => {
    const phone = await open(ME)
    await phone.go('pages/me/index')
    await phone.press(/3 幢 2 单元 501/)
    await phone.page.getByRole('radio', { name: '不住在一起的家人' }).click()
    await phone.press('生成邀请码')
    const code = await phone.page.getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/).locator('visible=true').innerText()
    await phone.press('复制邀请码')
    await phone.told('邀请码已复制')
    // What Taro says of it by itself is taken away.
    await phone.page.locator('.taro__toast').waitFor({ state: 'hidden' })
    await phone.picture('82-invitation')
    const relative = await open('resident-heping-2')
    await relative.go(`resident/pages/bind/index?code=${code}`)
    await relative.press(/^绑定$/)
    await relative.see('已绑定：锦绣花园 3 幢 2 单元 501')
    await phone.go('pages/me/index')
    await phone.press(/3 幢 2 单元 501/)
    await phone.see('家人 2')
    await phone.picture('83-household')
    expect(await phone.page.locator('body').innerText()).not.toMatch(/杨先生/)
  })

  test('by phone number: asked with the reason, and of two households the person says which', async () => {
    const phone = await open('resident-heping-3', { isAsked: true })
    await phone.go('resident/pages/bind/index')
    await phone.press('用登记的手机号绑定')
    await phone.see('要用您的手机号')
    await phone.press('不同意')
    await phone.see('好的，不用您的手机号')
    await phone.press('知道了')
    await phone.press('用登记的手机号绑定')
    await phone.picture('84-consent')
    await phone.press('同意并继续')
    await phone.page.getByLabel('手机号').last().fill(DEMO_PHONES.ofTwo)
    await phone.press('用这个号码绑定')
    await phone.page.getByRole('radio', { name: /和平苑/ }).click()
    await phone.see('已绑定：和平苑 1 幢 1 单元 301')
  })

  test('more words before it is filed; after the answer, not fixed sends it back and says what happens', async () => {
    const phone = await open(ME)
    await phone.go(`pages/case/index?id=${caseId}`)
    await phone.press('补充照片或说明')
    await phone.page.getByRole('textbox', { name: '想补充什么' }).fill('晚上味道更大')
    await phone.press('补充')
    await phone.see('您补充了情况')

    demo.cloud.clock.freezeAt(MORNING + HOUR_MS)
    await player().call('office-1', 'fileCase', { caseId, categoryCode: '0201', dispatch: true })
    await answer('resident-1')
    await phone.go(`pages/case/index?id=${caseId}`)
    await phone.see('修好了吗？')
    await phone.picture('85-fixed-or-not')
    await phone.press('没修好')
    await phone.press('告诉考核办：没修好')
    await phone.see('请写一句哪里还没修好，或拍一张现在的样子')
    const chooser = phone.page.waitForEvent('filechooser')
    await phone.press(/^拍照/)
    await (await chooser).setFiles({ name: 'still.png', mimeType: 'image/png', buffer: picture({ seed: 5, isTidy: false }) })
    await phone.page.getByRole('button', { name: '删除第 1 张' }).waitFor()
    await phone.press('告诉考核办：没修好')
    await phone.see(/已退回物业重做/)
    await phone.picture('86-sent-back')
  })

  test('fixed at last: one tap, a word on how it was handled, and the estate shows before and after without anybody', async () => {
    demo.cloud.clock.freezeAt(MORNING + DAY_MS)
    await answer('resident-2')
    const phone = await open(ME, { dark: true })
    await phone.go(`pages/case/index?id=${caseId}`)
    await phone.press('修好了')
    await phone.page.getByRole('radio', { name: '满意', exact: true }).click()
    await phone.see('您的评价：满意')
    await phone.picture('87-rated-dark')
    await player().call('inspector-town', 'verifyCase', { caseId, matches: true, method: 'onSite', text: '现场已清扫', close: false })
    await player().call('office-1', 'closeCase', { caseId })
    await phone.go('pages/home/index')
    await phone.see('您的 1 次举报：1 处已整改')
    await phone.press('锦绣花园这个月：看公示')
    await phone.see('处理好的')
    await phone.see('处理后')
    await phone.picture('88-estate-dark')
    const elsewhere = await open('resident-cuihu-1')
    await elsewhere.go('resident/pages/estate/index?estateId=jinxiu')
    await elsewhere.see('处理好的')
    expect(await elsewhere.page.locator('body').innerText()).not.toMatch(/李阿姨|501|垃圾没人清/)
  })

  test('who looked is told; what is kept can be read; and all of it can be taken back, in the largest words', async () => {
    const [reporter] = (await player().call('office-1', 'readCase', { caseId })).reporters ?? []
    await player().call('office-1', 'unmaskReporter', { key: 'resident-e2e-unmask-1', caseId, reportId: reporter!.reportId, reason: '核实报告的地点' })
    const phone = await open(ME, { scale: 1.75 })
    await phone.go('resident/pages/seen/index')
    await phone.see(/理由：核实报告的地点/)
    await phone.picture('89-seen-large')
    await phone.go('resident/pages/export/index')
    await phone.press('整理我的资料')
    await phone.see('称呼：李阿姨')
    const download = phone.page.waitForEvent('download')
    await phone.press('存成文件')
    expect((await download).suggestedFilename()).toBe('邻净-我的资料-2026-11-24.json')
    await phone.go('resident/pages/forget/index')
    await phone.press('我看明白了，要删除')
    await phone.picture('90-forget-large')
    await phone.press('现在删除')
    await phone.see(/您的资料已经删除|正在删除，几分钟内完成/)
    await phone.press('回首页')
    await phone.see('先选您住的小区')
  })

  test('nothing went wrong on any phone', () => {
    expect(phones.flatMap(({ errors }) => errors)).toEqual([])
  })
})
