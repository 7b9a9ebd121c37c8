import { DAY_MS, HOUR_MS, instantOf } from '../../domain/time/beijing'
import { redProperty } from '../../domain/rulebook/annex3'
import { picture } from '../../scripts/play/picture'
import { playerOn, type Player } from '../../scripts/play/player'
import { openPhone, startDemo, type Demo, type Phone } from './support'

/** Monday morning in Beijing, far from any holiday. */
const MORNING = instantOf('2026-11-23', '09:00')

const shown = (phone: Phone, selector: string) => phone.page.locator(selector).locator('visible=true').first()
const agree = async (phone: Phone, question: string) => {
  await shown(phone, `.taro-modal__content:has-text("${question}")`).waitFor()
  await shown(phone, '.taro-model__confirm').click()
}
const choose = (phone: Phone, name: string | RegExp) => phone.page.getByRole('radio', { name, exact: true }).locator('visible=true').first().click()
const write = (phone: Phone, label: string, words: string) => shown(phone, `input[aria-label="${label}"], textarea[aria-label="${label}"]`).fill(words)
const takePhoto = async (phone: Phone, seed: number, isTidy: boolean) => {
  const chooser = phone.page.waitForEvent('filechooser')
  await phone.page.getByRole('button', { name: /^拍照/ }).locator('visible=true').first().click()
  await (await chooser).setFiles({ name: 'photo.png', mimeType: 'image/png', buffer: picture({ seed, isTidy }) })
  await phone.page.locator('.photos__drop').locator('visible=true').first().waitFor()
}

/** A town on a cloud of its own, and the phones that were opened on it. */
function aTown(now: number) {
  const town = { demo: undefined as unknown as Demo, player: undefined as unknown as Player, phones: [] as Phone[] }
  beforeAll(async () => {
    town.demo = await startDemo(now, '2026-11')
    town.player = playerOn(town.demo.cloud)
  })
  afterAll(async () => {
    await town.demo?.close()
  })
  return {
    town,
    at: (instant: number) => town.demo.cloud.clock.freezeAt(instant),
    open: async (openid: string, path = 'pages/home/index') => {
      const phone = await openPhone(town.demo, openid)
      town.phones.push(phone)
      await phone.go(path)
      return phone
    },
    noComplaints: () => expect(town.phones.flatMap(({ errors }) => errors)).toEqual([]),
  }
}

describe('the staff at work in November', () => {
  const { town, at, open, noComplaints } = aTown(MORNING)
  const report = async (openid: string, name: string, text: string) => {
    const estateId = openid.split('-')[1]!
    const photo = await town.player.photo(openid, name, false)
    return (await town.player.call(openid, 'reportCase', { key: `staff-${name}`.padEnd(20, '0'), estateId, categoryCode: '0203', place: { spotId: `${estateId}-b3` }, text, photos: [photo] })).caseId
  }

  test('the inspector marks all 52 items of the Red Property sheet and sends it once', async () => {
    const inspector = await open('inspector-town')
    await inspector.press(/考核录入/)
    await inspector.page.getByRole('tab', { name: '红色物业' }).click()
    await choose(inspector, '锦绣花园')
    await choose(inspector, '已建立')
    await inspector.press(/^录入：0 分/)
    await inspector.see('还有 52 项没有评完')
    await inspector.picture('24-red-property')
    for (const [index, part] of redProperty.parts.entries()) {
      for (const { text } of part.sections.flatMap(({ items }) => items)) {
        await inspector.page.getByRole('button', { name: `${text}给满分`, exact: true }).click()
        await write(inspector, `${text}的依据`, '查看了台账和现场')
      }
      await inspector.picture(`25-red-property-part-${index + 1}`)
      if (index < redProperty.parts.length - 1) await inspector.press(/^接着评/)
    }
    await inspector.press(/^录入：100 分（已评 52\/52 项）/)
    await agree(inspector, '锦绣花园 2026 年“红色物业”')
    await inspector.see('已录入 锦绣花园：100 分')
    await inspector.picture('26-red-property-entered')
    expect(town.demo.cloud.engine.count('redPropertySheets', {})).toBe(1)
  })

  test('an estate without a party organisation is vetoed, and neither a second sheet nor one of an estate that does not take part is taken', async () => {
    const inspector = await open('inspector-town', 'inspector/pages/assess/index')
    await inspector.page.getByRole('tab', { name: '红色物业' }).click()
    for (const [estate, answer] of [['翠湖园', '已录入 翠湖园：一票否决'], ['锦绣花园', '已经录入过'], ['和平苑', '不参加“红色物业”考核']] as const) {
      await choose(inspector, estate)
      await choose(inspector, '没有建立')
      await inspector.see('一票否决：不评分')
      await inspector.press('录入：一票否决')
      await agree(inspector, `${estate} 2026 年“红色物业”`)
      await inspector.see(answer)
    }
    await inspector.picture('27-red-property-veto')
    expect(town.demo.cloud.engine.count('redPropertySheets', {})).toBe(2)
  })

  test('the office files without dispatching, and dispatches later', async () => {
    await report('resident-cuihu-1', 'file-only', '楼道里堆着旧沙发')
    const office = await open('office-1', 'office/pages/desk/index?kind=toFile')
    await office.press(/翠湖园/)
    await office.press('只立案，稍后再派遣')
    await office.see('已立案，还没有派遣')
    await office.picture('29-filed-only')
    const later = await open('office-2')
    await later.press(/待派遣/)
    await later.press(/翠湖园/)
    await later.picture('30-dispatch')
    await later.press('派给翠湖园')
    await later.see('已派遣，须在')
    await later.picture('31-dispatched')
    const manager = await open('manager-cuihu')
    await manager.see('3 幢')
  })

  test('the office declines a report with a reason, and the resident reads it', async () => {
    const caseId = await report('resident-lvzhou-1', 'refused', '邻居家装修太吵')
    const office = await open('office-1', 'office/pages/desk/index?kind=toFile')
    await office.press(/绿洲园/)
    await choose(office, '不予立案')
    await office.press('不予立案')
    await office.picture('32-refuse-missing')
    await office.press('不在立案范围内')
    await office.press('不予立案')
    await office.see('已不予立案，理由已告诉居民')
    await office.picture('33-refused')
    const resident = await open('resident-lvzhou-1', `pages/case/index?id=${caseId}`)
    await resident.see('不在立案范围内')
    await resident.picture('34-refused-resident')
  })

  test('the office redirects a case: the old manager sees it no more, the new one does', async () => {
    const caseId = await report('resident-yangguang-1', 'redirected', '围墙边堆满建筑垃圾')
    await town.player.call('office-1', 'fileCase', { caseId, categoryCode: '0203', dispatch: true })
    const before = await open('manager-yangguang')
    await before.see('3 幢')
    const office = await open('office-1', `office/pages/decide/index?id=${caseId}`)
    await choose(office, '改派')
    await office.press('确认改派')
    await office.see('请选择小区')
    await choose(office, '桂香园')
    await office.press('经核实，位置属于另一小区')
    await office.picture('35-redirect')
    await office.press('确认改派')
    await office.see('已改派，须在')
    await office.picture('36-redirected')
    const after = await open('manager-yangguang')
    await after.see('没有待处理的案卷')
    await after.picture('37-old-manager')
    const other = await open('manager-guixiang')
    await other.press(/^乱堆物料/)
    await other.see('提交回复')
    await other.picture('38-new-manager')
  })

  test('a resident says in words that it is not fixed; it is reworked, answered again, verified and closed', async () => {
    const caseId = await report('resident-heping-1', 'rework', '北门垃圾成堆')
    await town.player.call('office-1', 'fileCase', { caseId, categoryCode: '0203', dispatch: true })
    await town.player.call('manager-heping', 'answerCase', { caseId, text: '已清走', photos: [await town.player.photo('manager-heping', 'rework-after', true)] })
    at(MORNING + HOUR_MS)
    const resident = await open('resident-heping-1', `pages/case/index?id=${caseId}`)
    await resident.press('没修好')
    await resident.press('告诉考核办：没修好')
    await resident.see('请写一句哪里还没修好')
    await write(resident, '哪里还没修好', '角落里还有两袋')
    await resident.picture('39-not-fixed')
    await resident.press('告诉考核办：没修好')
    await resident.see('您说：没修好')
    await resident.picture('40-said-not-fixed')

    const manager = await open('manager-heping')
    await manager.press(/3 幢/)
    await manager.see('为什么返工：角落里还有两袋')
    await manager.picture('43-manager-rework')
    await takePhoto(manager, 9, true)
    await write(manager, '怎么处理的', '两袋也清走了')
    await manager.press('提交回复')
    await manager.see('已回复，在时限内')

    const verifier = await open('office-2')
    await verifier.press(/居民反映未解决/)
    await verifier.press(/和平苑/)
    await verifier.see('居民反映未解决，须到现场核查后才能结案')
    await verifier.picture('41-contradicted')
    await choose(verifier, '现场核查')
    await choose(verifier, '符合')
    await write(verifier, '看到的情况', '已清理干净')
    await verifier.press('核查符合并结案')
    await verifier.see('已结案')
    await verifier.picture('44-closed')
    await resident.go(`pages/case/index?id=${caseId}`)
    await resident.see('这一件已经办完')
    await resident.picture('45-closed-resident')
  })

  test('an inspection with two problems becomes two cases, which the manager sees', async () => {
    const inspector = await open('inspector-town')
    await inspector.press('开始检查')
    await choose(inspector, '绿洲园')
    await choose(inspector, '暗访')
    for (const [index, [looked, category, spot, text]] of ([['垃圾', /清扫保洁/, '南大门', '门口有垃圾'], ['堆', /乱堆/, '1 幢', '楼前堆着杂物']] as const).entries()) {
      await inspector.press(index === 0 ? '记一个问题' : '再记一个问题')
      if (index === 0) {
        await inspector.press('存下这个问题')
        await inspector.picture('46-problem-missing')
      }
      await takePhoto(inspector, index + 20, false)
      await write(inspector, '找类别', looked)
      await choose(inspector, category)
      await choose(inspector, spot)
      await write(inspector, '看到的情况', text)
      await inspector.picture(`47-problem-${index + 1}`)
      await inspector.press('存下这个问题')
      await inspector.see(`发现的问题（${index + 1}）`)
    }
    await inspector.picture('48-inspection')
    await inspector.press('提交检查（2 个问题）')
    await inspector.see('2 个问题都已派给物业，开始计时')
    await inspector.picture('49-inspection-entered')
    await inspector.press(/门口有垃圾/)
    await inspector.see('检查时发现问题')
    await inspector.picture('50-inspected-case')
    const home = await open('inspector-town')
    await home.see('南大门')
    await home.picture('51-inspector-home')
    const manager = await open('manager-lvzhou')
    await manager.see('南大门')
    await manager.see('1 幢')
    await manager.picture('52-manager-inspected')
  })

  test.each([['resident-jinxiu-1', '居民'], ['manager-lvzhou', '物业'], ['inspector-town', '考评'], ['office-1', '考核办'], ['auditor-1', '纪委']])('%s finds every tab in order', async (openid) => {
    const phone = await open(openid)
    for (const tab of ['进展', '排名', '消息', '首页']) {
      await phone.page.locator('.weui-tabbar__item', { hasText: tab }).locator('visible=true').first().click()
      await phone.quiet()
      await phone.page.locator('.page').locator('visible=true').first().waitFor()
      expect(await phone.page.locator('.failed').locator('visible=true').count()).toBe(0)
      await phone.picture(`60-${openid}-${tab}`)
    }
  })

  test('no page complained on the way', noComplaints)
})

describe('the rewards of the year in January', () => {
  const { town, at, open, noComplaints } = aTown(instantOf('2026-12-28', '09:00'))

  test('a tie on the edges of the prizes is drawn and recorded, once more where the draw leaves another', async () => {
    for (const [estateId, count] of [['jinxiu', 10], ['heping', 9], ['cuihu', 9]] as const) await town.player.call('office-1', 'enterPropertyCheck', { key: `staff-tie-${estateId}`.padEnd(20, '0'), estateId, ruleCode: '2.6.1', count, note: '社区活动', photos: [] })
    at(instantOf('2027-01-15', '09:00'))
    await town.player.beat()
    const office = await open('office-1')
    await office.press(/奖补分配/)
    await office.see('登记抽签结果之后才能分配')
    await office.picture('70-tie')
    await office.press('和平苑往前移')
    await write(office, '抽签说明', '1 月 15 日在镇会议室抽签，纪委在场')
    await office.page.getByRole('button', { name: '登记抽签结果' }).locator('visible=true').first().scrollIntoViewIfNeeded()
    await office.picture('71-draw')
    await office.press('登记抽签结果')
    await agree(office, '登记抽签结果')
    await office.told('抽签结果已登记')
    // The draw of the first edge leaves the three without points tied on the next one.
    await office.page.getByRole('button', { name: '阳光苑往前移' }).locator('visible=true').first().waitFor()
    await office.page.getByRole('button', { name: '登记抽签结果' }).locator('visible=true').first().scrollIntoViewIfNeeded()
    await office.picture('72-second-tie')
    await write(office, '抽签说明', '同日第二次抽签')
    await office.press('登记抽签结果')
    await shown(office, '.taro-modal__content').waitFor()
    await office.picture('73-second-draw')
    await agree(office, '登记抽签结果')
    await office.press('分配并开始公示')
    await agree(office, '分配 2026 年度奖励')
    await office.told('已分配，开始公示')
    await office.see('公示中')
    await office.see('之后由另一位同事确定')
    await office.picture('74-publicity')
  })

  test('a second officer confirms after the publicity period, and the public reads the amounts', async () => {
    const early = await open('office-2', 'office/pages/rewards/index')
    await early.see('公示中')
    expect(await early.page.getByRole('button', { name: '确定奖励' }).count()).toBe(0)
    at(instantOf('2027-01-15', '09:00') + 10 * DAY_MS)
    await town.player.beat()
    const allocator = await open('office-1', 'office/pages/rewards/index')
    await allocator.see('您是分配人，须由另一位同事确定')
    const office = await open('office-2', 'office/pages/rewards/index')
    await office.press('确定奖励')
    await agree(office, '确定 2026 年度奖励')
    await office.told('奖励已确定')
    await office.picture('75-confirmed')
    const resident = await open('resident-jinxiu-1', 'pages/standings/index')
    await resident.press(/以奖代补/)
    await resident.see('已确定')
    await resident.see('锦绣花园')
    await resident.see('3000 元')
    await resident.picture('76-public')
  })

  test('the auditor finds the ledger sound and the year as it was allocated', async () => {
    const auditor = await open('auditor-1')
    await auditor.press('核验全部账目')
    await auditor.see('3 笔账目首尾相接，没有被改动、删除或插入过')
    await auditor.see('名次与当时一致')
    await auditor.picture('77-ledger')
  })

  test('no page complained on the way', noComplaints)
})
