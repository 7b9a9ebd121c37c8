import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import { CASE_STATES } from '../../../domain/case/transitions'
import { stateWords } from '@/domainViews/stateWords'
import CasePage from '@/pages/case'
import HomePage from '@/pages/home'
import { setRouterParams } from '../../doubles/taro'
import { cloudAnswers, draw, NOW, readCase, resident, summary } from '../support'

const manager: Actions['whoAmI']['reply'] = { ...resident, person: { ...resident.person!, grants: [{ role: 'manager', estateId: 'jinxiu', estateName: '锦绣花园' }] } }
const contact = { townName: '演示镇', office: '镇考核办', phone: '021-5555', address: '镇政府' }
/** Half a minute past 14:30 of the day: what is left is counted from a moment after 10:00. */
const dueAt = NOW + 4.5 * 3_600_000 + 30_000
const promised = { ...readCase, summary: { ...summary, dueAt }, deadline: { ...readCase.deadline!, dueAt } }
const OFFICE_WORDS = /案卷|立案|办结|派遣|返工|挂账|处置|清扫保洁不干净/

async function openCase(me: Actions['whoAmI']['reply'], case_: typeof readCase) {
  setRouterParams({ id: 'c1' })
  cloudAnswers({ whoAmI: () => me, readCase: () => case_ })
  draw(<CasePage />)
  await screen.findByText(/编号 202611/)
}

it('a resident reads the promise as a time of the clock, and the working hours below it', async () => {
  await openCase(resident, promised)
  await screen.findByText('还剩 2 小时 30 分（工作时间）')
  const timer = screen.getByRole('timer')
  expect(within(timer).getByText('今天下午两点半前')).toBeInTheDocument()
  expect(within(timer).getByText('还剩 2 小时 30 分（工作时间）')).toBeInTheDocument()
})

it.each(CASE_STATES)('no word of the office stands on a resident’s page of a case that is %s', async (state) => {
  await openCase(resident, { ...promised, summary: { ...promised.summary, state }, timeline: [] })
  expect(await screen.findByText(/地上脏、有垃圾/)).toBeInTheDocument()
  expect(document.body.textContent).not.toMatch(OFFICE_WORDS)
})

it('staff keep their words and the working time as the number', async () => {
  await openCase(manager, promised)
  expect(await screen.findByText('2 小时 30 分')).toBeInTheDocument()
  expect(screen.getByText(/清扫保洁不干净/)).toBeInTheDocument()
})

it('every state says whose turn it is, and no two of them say the same', () => {
  for (const reader of ['resident', 'staff'] as const) {
    const words = CASE_STATES.map((state) => stateWords({ state, mine: null, hasRequest: false }, reader).words)
    expect(new Set(words).size).toBe(CASE_STATES.length)
  }
  expect(stateWords({ state: 'answered', mine: 'first', hasRequest: false }, 'resident').words).toBe('等您看修好没有')
  expect(stateWords({ state: 'dispatched', mine: 'first', hasRequest: true }, 'resident').words).toBe('物业要求延长，等考核办决定')
})

describe('danger', () => {
  const hazard = { ...promised, summary: { ...promised.summary, categoryCode: '0104' } }

  it.each([
    ['submitted', '有危险！请绕开，看好老人和孩子。考核办还没有派给物业，急的话请直接打电话。'],
    ['dispatched', '有危险！请绕开，看好老人和孩子。已经通知物业，先排除危险、设好警示，再处理。'],
    ['answered', '有危险！请绕开，看好老人和孩子。物业说已经处理，还没有办完，请先小心。'],
  ] as const)('of a case that is %s is told first, with what is done now and whom to call', async (state, words) => {
    await openCase({ ...resident, contacts: [contact] }, { ...hazard, summary: { ...hazard.summary, state } })
    const alert = (await screen.findByText(words)).closest('[role=alert]')!
    expect(alert.className).toContain('tone-urgent')
    expect(alert.compareDocumentPosition(await screen.findByText(/井盖坏了/)) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: '打电话给镇考核办：021-5555' }))
    expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '021-5555' })
  })

  it('is told to the office without its own telephone number, and to the manager with it', async () => {
    const office: typeof manager = { ...manager, contacts: [contact], person: { ...manager.person!, grants: [{ role: 'office' }] } }
    await openCase(office, hazard)
    await screen.findByText(/有危险！/)
    expect(screen.queryByRole('button', { name: /打电话给镇考核办/ })).toBeNull()
    document.body.innerHTML = ''
    await openCase({ ...manager, contacts: [contact] }, hazard)
    expect(await screen.findByRole('button', { name: /打电话给镇考核办/ })).toBeInTheDocument()
  })

  it('is over when the case is closed, and dirt is none', async () => {
    await openCase(resident, { ...hazard, summary: { ...hazard.summary, state: 'closed' } })
    expect(screen.queryByText(/有危险/)).toBeNull()
    document.body.innerHTML = ''
    await openCase(resident, promised)
    expect(screen.queryByText(/有危险/)).toBeNull()
  })

  it('opens the list of a resident, before what waits for an answer', async () => {
    const cases = [{ ...summary, id: 'dirt', state: 'answered' as const }, { ...summary, id: 'lid', categoryCode: '0104' }]
    cloudAnswers({ whoAmI: () => resident, listCases: () => ({ cases, nextCursor: null }) })
    draw(<HomePage />)
    await screen.findByRole('button', { name: /^有危险，井盖坏了/ })
    expect(screen.getAllByRole('button', { name: /垃圾分类亭/ }).map((row) => row.getAttribute('aria-label')!.slice(0, 3))).toEqual(['有危险', '地上脏'])
  })

  it('stands before what is due first where a manager begins', async () => {
    const cases = [{ ...summary, id: 'dirt', dueAt }, { ...summary, id: 'lid', categoryCode: '0104', placeText: '3 幢', dueAt: dueAt + 86_400_000 }]
    cloudAnswers({ whoAmI: () => manager, listCases: () => ({ cases, nextCursor: null }) })
    draw(<HomePage />)
    expect(await screen.findByText('1 件有危险：井盖缺损（3 幢）。先排除危险、设好警示，再处理。')).toBeInTheDocument()
  })
})

it('a photo stands once on the page: what is at the head of the case is not shown again in its story', async () => {
  const step = { at: NOW, type: 'submitted', role: 'resident', who: null, mine: true, text: '', photos: ['https://x/before.jpg', 'https://x/other.jpg'], finding: null, estateName: null, until: null } as unknown as (typeof readCase)['timeline'][number]
  await openCase(resident, { ...promised, timeline: [{ ...step, id: 's1' }] })
  expect([...document.querySelectorAll('img')].map((image) => image.getAttribute('src')).filter((source) => source !== '')).toEqual(['https://x/before.jpg', 'https://x/other.jpg'])
})

it('what came of a word on the case is told in its place', async () => {
  setRouterParams({ id: 'c1' })
  let joined = false
  cloudAnswers({ whoAmI: () => resident, joinCase: () => { joined = true; return { caseId: 'c1', counted: false } }, readCase: () => ({ ...promised, summary: { ...promised.summary, mine: joined ? 'joined' : null }, allowed: joined ? [] : ['joinCase'], followUp: null }) })
  draw(<CasePage />)
  await userEvent.click(await screen.findByRole('button', { name: '我也遇到了，一起跟进' }))
  expect(await screen.findByText('您在和邻居一起跟进这一件，有进展会告诉您。')).toBeInTheDocument()
})
