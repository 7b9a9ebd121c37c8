import { configure, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import { secretFrom, showSecret } from '../../../domain/survey/secret'
import { nextRevision } from '@/survey/answer/nextRevision'
import { keepBallot, keptBallot } from '@/survey/keptBallots'
import { keepDraft, readDraft } from '@/survey/answer/draftStore'
import AnswerPage from '@/survey/pages/answer'
import { setRouterParams } from '../../doubles/taro'
import { NOW, Refused, cloudAnswers, draw, hear, resident } from '../support'
import { read, standing, type ReadSurvey, type Summary } from './support'

// Each answer is seen for a moment before the next question comes: on a busy machine a second is soon over.
configure({ asyncUtilTimeout: 5_000 })

const SECRET = secretFrom('0102030405060708ff1112131415161718')
const RECEIPT = 'ABCDE-FGHJK'
const BOTH = [{ householdId: 'h1', label: '3 幢 2 单元 501', standing: 'open' }, { householdId: 'h2', label: '5 幢 1 单元 302', standing: 'answered' }] as const
type Cast = Actions['castBallot']['request']

const written = () => keepDraft('s1', 'h1', { answers: [5, 4, 3, 2, 1, 0, 4, 4], remark: '门禁常坏', at: 9, startedAt: NOW - 60_000 })
const phoneHolds = () => JSON.stringify(Taro.getStorageInfoSync().keys.map((key) => Taro.getStorageSync<unknown>(key)))
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))

beforeEach(() => setRouterParams({ surveyId: 's1' }))

/** The urn as the server keeps it for this household: the same sent again is the same, an older revision changes nothing. */
function urn(first?: { secret: string; revision: number }) {
  let known = first
  return ({ secret, revision }: Cast) => {
    if (known && known.secret !== secret) throw new Refused('BALLOT_SPENT', '您家已经有人答过，一户一票')
    known = { secret, revision: Math.max(revision, known?.revision ?? 0) }
    return { receipt: RECEIPT, revision: known.revision }
  }
}

function opened(part: Partial<Summary> = {}, more: Parameters<typeof cloudAnswers>[0] = {}, reply: Partial<ReadSurvey> = {}) {
  const calls = cloudAnswers({ whoAmI: () => resident, readSurvey: () => read(part, reply), castBallot: urn(), ...more })
  draw(<AnswerPage />)
  return { casts: () => calls.filter(({ action }) => action === 'castBallot').map(({ request }) => request as Cast) }
}
const typeSecret = async (words: string) => {
  await userEvent.type(await screen.findByRole('textbox', { name: '改答码' }), words)
  await press('用这个改答码')
}

describe('before the first question', () => {
  it('is told for whom, until when, how long, and that nobody sees it, with how that is done for who asks', async () => {
    opened()
    expect(await screen.findByText('锦绣花园 3 幢 2 单元 501')).toBeInTheDocument()
    expect(screen.getByText('还剩 7 天，11月30日（周一）24:00截止')).toBeInTheDocument()
    expect(screen.getByText('8 道题，大约两分钟')).toBeInTheDocument()
    expect(screen.getByText('物业、邻居、考核办，谁也看不到您家是怎么答的。')).toBeInTheDocument()
    await press('怎么做到的？')
    expect(screen.getByText(/系统只知道您家答了没有/)).toBeInTheDocument()
  })

  it('who has several households says which', async () => {
    opened({ mine: [...BOTH] })
    expect(await screen.findByText('已作答')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('radio', { name: '3 幢 2 单元 501' }))
    expect(await screen.findByText('锦绣花园 3 幢 2 单元 501')).toBeInTheDocument()
    await press(/换一户/)
    expect(screen.getByRole('radiogroup', { name: '替哪一户作答' })).toBeInTheDocument()
  })

  it('who is not bound is led to binding', async () => {
    opened({ mine: [] })
    await press('去绑定')
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/resident/pages/bind/index' })
  })

  it.each([['relative', /住在这里的人才能作答/], ['notAsked', /不在调查范围/], ['paper', /已交纸质问卷，不用再答/]] as const)('a household that is %s reads why, and is not asked', async (how, words) => {
    opened(standing(how))
    expect(await screen.findByText(words)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '开始作答' })).toBeNull()
  })

  it('before the opening and after the close it says when', async () => {
    opened({ stage: 'scheduled', opensAt: NOW + 86_400_000 })
    expect(await screen.findByText(/还没有开始：明天（周三）开始/)).toBeInTheDocument()
  })
})

describe('sending', () => {
  it('the secret stands on the phone before anything leaves; afterwards no answer does', async () => {
    written()
    let atSending = null as ReturnType<typeof keptBallot>
    const { casts } = opened({}, { castBallot: ({ revision }) => { atSending = keptBallot('s1', 'h1'); return { receipt: RECEIPT, revision } } })
    await press('提交答卷')
    expect(await screen.findByText('谢谢您')).toBeInTheDocument()
    expect(screen.getByText(RECEIPT)).toBeInTheDocument()
    expect(casts()).toEqual([{ surveyId: 's1', householdId: 'h1', secret: atSending!.secret, revision: 1, answers: [5, 4, 3, 2, 1, 0, 4, 4], remark: '门禁常坏', milliseconds: expect.any(Number) }])
    expect(readDraft('s1', 'h1')).toBeNull()
    expect(phoneHolds()).not.toMatch(/门禁常坏|answers/)
    expect(keptBallot('s1', 'h1')).toEqual({ secret: atSending!.secret, revision: 1, receipt: RECEIPT, isShared: false })
    expect(screen.queryByText('非常满意')).toBeNull()
  })

  it('an answer that was lost is asked for with the same secret and revision; all that was written is still there', async () => {
    written()
    const put = urn()
    let lost = true
    const { casts } = opened({}, { castBallot: (cast) => { const reply = put(cast); if (!lost) return reply; lost = false; throw new Error('timeout') } })
    await press('提交答卷')
    expect(await screen.findByText(/您填过的内容不会丢/)).toBeInTheDocument()
    expect(readDraft('s1', 'h1')).toMatchObject({ remark: '门禁常坏', at: 9 })
    await press('提交答卷')
    expect(await screen.findByText('谢谢您')).toBeInTheDocument()
    const [first, second] = casts()
    expect([second!.secret, second!.revision]).toEqual([first!.secret, 1])
  })

  it('two taps are one ballot', async () => {
    written()
    const { casts } = opened()
    const button = await screen.findByRole('button', { name: '提交答卷' })
    button.click()
    button.click()
    await screen.findByText('谢谢您')
    expect(casts()).toHaveLength(1)
  })

  it('answers that changed after a try that nobody answered go under a higher revision', () => {
    const tried = { revision: 1, answers: [5, 4], remark: '' }
    expect(nextRevision({ revision: 0 }, undefined, { answers: [5, 4], remark: '' })).toBe(1)
    expect(nextRevision({ revision: 0 }, tried, { answers: [5, 4], remark: '' })).toBe(1)
    expect(nextRevision({ revision: 0 }, tried, { answers: [5, 3], remark: '' })).toBe(2)
    expect(nextRevision({ revision: 3 }, undefined, { answers: [5, 4], remark: '' })).toBe(4)
  })

  it('comes back to the question it was left at', async () => {
    keepDraft('s1', 'h1', { answers: [5, 4, null, null, null, null, null, null], remark: '', at: 2 })
    opened()
    expect(await screen.findByRole('status', { name: '第 3 题 / 共 8 题' })).toBeInTheDocument()
  })

  it.each([['BALLOT_ON_PAPER', '您家已交纸质问卷'], ['SURVEY_CLOSED', '调查已于11月30日结束，不能再作答'], ['TEXT_REJECTED', '文字未通过内容安全检查']] as const)('%s is said beside the button, and nothing pretends to be sent', async (code, words) => {
    written()
    opened({}, { castBallot: () => { throw new Refused(code, words) } })
    await press('提交答卷')
    expect(await screen.findByText(words)).toBeInTheDocument()
    expect(screen.queryByText('谢谢您')).toBeNull()
    expect(screen.getByText('门禁常坏')).toBeInTheDocument()
  })

  it('after the close what was not sent is told to be lost, and leaves the phone', async () => {
    written()
    opened({ closesAt: NOW - 1 })
    expect(await screen.findByText(/您没有提交的答案没有算进去，已从这部手机上删除/)).toBeInTheDocument()
    await waitFor(() => expect(readDraft('s1', 'h1')).toBeNull())
  })

  it('what was tried before the close can still be asked for', async () => {
    keepDraft('s1', 'h1', { answers: [5, 4, 3, 2, 1, 0, 4, 4], remark: '', at: 9, tried: { revision: 1, answers: [5, 4, 3, 2, 1, 0, 4, 4], remark: '' } })
    keepBallot('s1', 'h1', { secret: SECRET, revision: 0, receipt: null, isShared: false })
    const { casts } = opened({ closesAt: NOW - 1, ...standing('answered') })
    await press('提交改答')
    expect(await screen.findByText('谢谢您')).toBeInTheDocument()
    expect(casts()[0]).toMatchObject({ secret: SECRET, revision: 1 })
  })
})

describe('answered from this phone', () => {
  beforeEach(() => keepBallot('s1', 'h1', { secret: SECRET, revision: 1, receipt: RECEIPT, isShared: false }))

  it('shows the receipt; the secret only behind a tap, with a warning', async () => {
    opened(standing('answered'))
    expect(await screen.findByText('您家已作答：锦绣花园 3 幢 2 单元 501')).toBeInTheDocument()
    expect(screen.getByText(RECEIPT)).toBeInTheDocument()
    expect(screen.queryByText(showSecret(SECRET))).toBeNull()
    await press('看改答码')
    expect(screen.getByText(showSecret(SECRET))).toBeInTheDocument()
    expect(screen.getByText(/不要给别人/)).toBeInTheDocument()
    await press('复制改答码')
    await waitFor(() => expect(jest.mocked(Taro.setClipboardData).mock.lastCall![0].data).toBe(showSecret(SECRET)))
    await hear('改答码已复制')
    expect(keptBallot('s1', 'h1')?.isShared).toBe(true)
  })

  it('is changed from blank, under the same secret and the next revision', async () => {
    const { casts } = opened(standing('answered'), { castBallot: urn({ secret: SECRET, revision: 1 }) })
    await press('改答')
    expect(screen.getAllByRole('radio').every((each) => each.getAttribute('aria-checked') === 'false')).toBe(true)
    for (let question = 1; question <= 8; question++) {
      await screen.findByRole('status', { name: `第 ${question} 题 / 共 8 题` })
      await userEvent.click(screen.getByRole('radio', { name: '满意' }))
    }
    await press('下一步')
    await press('提交改答')
    expect(await screen.findByText('谢谢您')).toBeInTheDocument()
    expect(casts()).toEqual([expect.objectContaining({ secret: SECRET, revision: 2, answers: Array(8).fill(4) })])
  }, 15_000)

  it('where the secret was shown and another phone has changed the ballot since, that is told first', async () => {
    keepBallot('s1', 'h1', { secret: SECRET, revision: 1, receipt: RECEIPT, isShared: true })
    written()
    const { casts } = opened(standing('answered'), { castBallot: urn({ secret: SECRET, revision: 4 }) })
    await press('提交改答')
    expect(await screen.findByText(/刚在另一部手机上改过，现在以那一次为准/)).toBeInTheDocument()
    await press('提交改答')
    expect(await screen.findByText('谢谢您')).toBeInTheDocument()
    expect(casts().map(({ revision }) => revision)).toEqual([1, 4, 5])
  })
})

describe('answered from another phone', () => {
  it('with the secret of that phone the same ballot is changed', async () => {
    const { casts } = opened(standing('answered'), { castBallot: urn({ secret: SECRET, revision: 3 }) })
    expect(await screen.findByText(/是家里人，或您以前用的手机答的/)).toBeInTheDocument()
    await typeSecret(showSecret(SECRET).toLowerCase())
    expect(await screen.findByRole('status', { name: '第 1 题 / 共 8 题' })).toBeInTheDocument()
    expect(keptBallot('s1', 'h1')).toMatchObject({ secret: SECRET, isShared: true })
    expect(casts()).toEqual([])
  })

  it('a mistyped secret is said at once, and nothing is sent', async () => {
    const { casts } = opened(standing('answered'))
    await typeSecret('ABCDE')
    expect(await screen.findByText(/改答码不对：一共 20 位/)).toBeInTheDocument()
    expect(casts()).toEqual([])
  })

  it('is told where somebody was faster; what was written goes with the typed secret, above every revision before', async () => {
    written()
    const { casts } = opened({}, { castBallot: urn({ secret: SECRET, revision: 3 }) })
    await press('提交答卷')
    expect(await screen.findByText(/您家已经有人答过/)).toBeInTheDocument()
    expect(keptBallot('s1', 'h1')).toBeNull()
    await typeSecret(showSecret(SECRET))
    await press('提交答卷')
    expect(await screen.findByText('谢谢您')).toBeInTheDocument()
    expect(casts().slice(1).map(({ secret, revision }) => [secret, revision])).toEqual([[SECRET, 1], [SECRET, 4]])
  })
})
