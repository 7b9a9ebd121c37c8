import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import { keepBallot } from '@/survey/keptBallots'
import SurveyResultPage from '@/survey/pages/result'
import { honestWords } from '@/survey/result/resultWords'
import { setRouterParams } from '../../doubles/taro'
import { NOW, Refused, cloudAnswers, draw, hear, resident } from '../support'
import { final, read, result, type ReadSurvey } from './support'

const bundle: Actions['readSurveyBundle']['reply'] = { surveyId: 's1', result, receipts: ['ABCDE-FGHJK', 'MNPQR-STVWX'], points: 500, isWithheld: false, seedHash: 'a', seed: 'b', checks: [{ words: '已用答题权 300 户 = 收回答卷 300 份', ok: true }, { words: '加分与细则相符', ok: false }] }

beforeEach(() => setRouterParams({ surveyId: 's1' }))

function opened(reply: ReadSurvey, more: Parameters<typeof cloudAnswers>[0] = {}) {
  const calls = cloudAnswers({ whoAmI: () => resident, readSurvey: () => reply, readSurveyBundle: () => bundle, addMeasure: () => ({ measureId: 'm1' }), ...more })
  draw(<SurveyResultPage />)
  return { sent: () => calls.filter(({ action }) => action === 'addMeasure').map(({ request }) => request as Actions['addMeasure']['request']) }
}
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))

it('while it runs only how many have answered is told', async () => {
  opened(read())
  expect(await screen.findByText('已答 312 / 412 户（75.7%），达到 80%（330 户）才加分')).toBeInTheDocument()
  expect(screen.getByText(/结束前只公布多少户答了/)).toBeInTheDocument()
  expect(screen.queryByText('总体满意率')).toBeNull()
})

it('while its bonus waits it says so, and shows no figure', async () => {
  opened(read({ stage: 'held', closesAt: NOW - 1 }))
  expect(await screen.findByText(/^正在复核：/)).toBeInTheDocument()
  expect(screen.queryByText('总体满意率')).toBeNull()
})

it('the figures are exact, with the rule’s band that is reached and what it brings', async () => {
  opened(final())
  expect(await screen.findByText('86.00%')).toBeInTheDocument()
  expect(screen.getByText('300 份答卷里 258 份满意（非常满意、满意两档）')).toBeInTheDocument()
  expect(await screen.findByText('已答 300 / 360 户（83.3%），已达到加分要求的 80%（288 户）')).toBeInTheDocument()
  expect(screen.getByText('满意率 80%–90%：加 5 分（本次）')).toBeInTheDocument()
  expect(screen.getByText('满意率 90%–100%：加 10 分')).toBeInTheDocument()
  expect(screen.getByText('物业管理考核加 5 分。')).toBeInTheDocument()
  expect(screen.getByText('没作答的 60 户不管怎么想，真实的满意率都在 71.6%–88.4% 之间（末位往外取）。')).toBeInTheDocument()
})

it('each question is read aloud with all its numbers; ways of answering stand beside each other', async () => {
  opened(final())
  expect(await screen.findByRole('img', { name: '2. 楼道、道路、垃圾点打扫得干净吗？满意 83.20%（208 / 250）。非常满意 100 份，满意 108 份，一般 30 份，不满意 10 份，非常不满意 2 份，没接触过 50 份' })).toBeInTheDocument()
  expect(screen.getByText('270 份，满意 240 份（88.88%）')).toBeInTheDocument()
  expect(screen.getByText('其他方式')).toBeInTheDocument()
})

it('too few ballots show no parts', async () => {
  opened(final({ result: { ...result, households: 12, spent: 9, answered: 9, satisfied: 9, questions: null, modes: null } }))
  expect(await screen.findByText('答卷少于 10 份，为保护隐私不分项公布。')).toBeInTheDocument()
  expect(screen.queryByText('各种作答方式')).toBeNull()
  expect(await screen.findByText('覆盖率不到 80%：不加分（本次）')).toBeInTheDocument()
})

it('a bonus that was held back says why', async () => {
  opened(final({ bonus: { points: 0, isWithheld: true, reason: '同一部手机代答较多' } }))
  expect(await screen.findByText('经考核办两人审定，这次不计加分。理由：同一部手机代答较多')).toBeInTheDocument()
})

it('who all have answered leave nothing open', () => {
  expect(honestWords({ households: 10, answered: 10, satisfied: 8 })).toBe('每一户都答了，满意率没有别的可能。')
})

describe('what is done about it', () => {
  const measures: ReadSurvey['measures'] = [{ id: 'm1', questionId: 'repairs', text: '12 月 20 日前换好门禁', photos: [], at: NOW, who: '陈国平' }, { id: 'm2', questionId: null, text: '每月开一次恳谈会', photos: [], at: NOW, who: '陈国平' }]

  it('stands under its question, for all to read', async () => {
    opened(final({ measures }))
    expect(await screen.findByText('12 月 20 日前换好门禁')).toBeInTheDocument()
    expect(screen.getByText('路灯、电梯、门禁坏了，修得及时吗？')).toBeInTheDocument()
    expect(screen.getByText('总的整改')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '公布' })).toBeNull()
  })

  it('is added by the estate’s manager, once however often it is sent', async () => {
    let lost = true
    const { sent } = opened(final({ mayAddMeasure: true }), { addMeasure: () => { if (!lost) return { measureId: 'm1' }; lost = false; throw new Error('timeout') } })
    await press('公布')
    expect(screen.getByText('请写明怎么改，什么时候改好')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('radio', { name: /^5\. 路灯/ }))
    await userEvent.type(screen.getByRole('textbox', { name: '整改内容' }), '换门禁')
    await press('公布')
    expect(await screen.findByText(/不会丢/)).toBeInTheDocument()
    await press('公布')
    await waitFor(() => expect(screen.getByRole('textbox', { name: '整改内容' })).toHaveValue(''))
    expect(sent()).toHaveLength(2)
    expect(sent()[1]).toEqual({ key: sent()[0]!.key, surveyId: 's1', questionId: 'repairs', text: '换门禁', photos: [] })
    await hear('已公布')
    await userEvent.type(screen.getByRole('textbox', { name: '整改内容' }), '再')
    expect(screen.queryByText('已公布')).toBeNull()
  })

  it('is shown with its photos, which open full screen', async () => {
    opened(final({ measures: [{ ...measures[0]!, photos: ['https://x/a.jpg', 'https://x/b.jpg'] }] }))
    await press('整改照片 2/2，点按放大')
    expect(Taro.previewImage).toHaveBeenCalledWith({ urls: ['https://x/a.jpg', 'https://x/b.jpg'], current: 'https://x/b.jpg' })
    expect(screen.queryByText(/内容安全检查/)).toBeNull()
    expect(screen.queryByRole('button', { name: /公开、不公开/ })).toBeNull()
  })

  it('says of which photos nobody else sees anything yet, and leads the office to them', async () => {
    const [first, second] = [{ photoId: 'f1', link: 'https://x/a.jpg', state: 'passed' as const }, { photoId: 'f2', link: 'https://x/b.jpg', state: 'risky' as const }]
    opened(final({ measures: [{ ...measures[0]!, photos: [first.link, second.link] }], photosUnchecked: [second.link], photos: [first, second] }))
    expect(await screen.findByText('其中 1 张还没有通过内容安全检查，居民看不到。')).toBeInTheDocument()
    await press('照片 2 张：公开、不公开')
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/office/pages/photos/index?surveyId=s1' })
  })

  it('keeps its photos with its words until they have arrived', async () => {
    const page = { mayAddMeasure: true }
    const { sent } = opened(final(page), { addMeasure: () => { throw new Refused('PHOTO_INVALID', '第 1 张不是可用的照片') } })
    await press('拍照或从相册选')
    await screen.findByRole('button', { name: '删除第 1 张' })
    await userEvent.type(screen.getByRole('textbox', { name: '整改内容' }), '换门禁')
    await press('公布')
    expect(await screen.findByText('第 1 张不是可用的照片')).toBeInTheDocument()
    cleanup()
    const later = opened(final(page))
    expect(await screen.findByRole('button', { name: '删除第 1 张' })).toBeInTheDocument()
    await press('公布')
    await waitFor(() => expect(screen.queryByRole('button', { name: '删除第 1 张' })).toBeNull())
    expect(later.sent()).toEqual(sent())
    expect(later.sent()).toMatchObject([{ text: '换门禁', photos: [expect.stringMatching(/^cloud:/)] }])
  })

  it('with another photo it is another one', async () => {
    const { sent } = opened(final({ mayAddMeasure: true }), { addMeasure: () => { throw new Refused('PHOTO_INVALID', '第 1 张不是可用的照片') } })
    await userEvent.type(await screen.findByRole('textbox', { name: '整改内容' }), '换门禁')
    await press('公布')
    await screen.findByText('第 1 张不是可用的照片')
    await press('拍照或从相册选')
    await screen.findByRole('button', { name: '删除第 1 张' })
    await press('公布')
    await waitFor(() => expect(sent()).toHaveLength(2))
    expect(sent()[1]!.key).not.toBe(sent()[0]!.key)
  })

  it('ends with its time', async () => {
    opened(final({ mayAddMeasure: false, measuresUntil: NOW - 1 }))
    expect(await screen.findByText('物业没有公布整改情况')).toBeInTheDocument()
  })
})

describe('counting again', () => {
  it('this phone’s own receipt is looked up at once, any other when it is typed', async () => {
    keepBallot('s1', 'h1', { secret: 'x', revision: 1, receipt: 'ABCDE-FGHJK', isShared: false })
    opened(final())
    await press('核对我的回执和总数')
    expect(await screen.findByText('这部手机的回执 ABCDE-FGHJK：在公布的名单里，这一票算进去了。')).toBeInTheDocument()
    const field = screen.getByRole('textbox', { name: '回执' })
    await userEvent.type(field, 'mnpqr stvwx')
    await press('查这个回执')
    expect(screen.getByText(/回执 mnpqr stvwx：在公布的名单里/)).toBeInTheDocument()
    await userEvent.clear(field)
    await userEvent.type(field, 'ZZZZZ-ZZZZZ')
    await press('查这个回执')
    expect(screen.getByText(/回执 ZZZZZ-ZZZZZ：不在公布的名单里/)).toBeInTheDocument()
  })

  it('shows every check, also one that fails, and gives all of it away', async () => {
    opened(final())
    await press('核对我的回执和总数')
    expect(await screen.findByText('相符：已用答题权 300 户 = 收回答卷 300 份')).toBeInTheDocument()
    expect(screen.getByText('不符：加分与细则相符')).toBeInTheDocument()
    await press('复制全部核对数据')
    await waitFor(() => expect(JSON.parse(jest.mocked(Taro.setClipboardData).mock.lastCall![0].data)).toEqual(bundle))
    await hear('已复制，可以发给会算的人')
  })

  it('what cannot be read can be tried again', async () => {
    opened(final(), { readSurveyBundle: () => { throw new Refused('SURVEY_NOT_FINAL', '结果还没有公布') } })
    await press('核对我的回执和总数')
    expect(await screen.findByText('结果还没有公布')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '再试一次' })).toBeInTheDocument()
  })
})
