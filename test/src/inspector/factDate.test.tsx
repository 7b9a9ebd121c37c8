import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import AssessPage from '@/inspector/pages/assess'
import { cloudAnswers, draw, resident } from '../support'

const office: Actions['whoAmI']['reply'] = { ...resident, leftEstates: [{ id: 'heping', name: '和平苑' }], person: { ...resident.person!, estateId: null, estateName: null, grants: [{ role: 'office' }] } }
const opened = async () => {
  const calls = cloudAnswers({ whoAmI: () => office, enterPropertyCheck: () => ({ assessmentId: 'a1', points: -100 }), enterProject: () => ({ assessmentId: 'a2', points: 300 }), enterRedProperty: () => ({ points: null }) })
  draw(<AssessPage />)
  await screen.findByText('哪个小区')
  return (action: keyof Actions) => calls.filter((call) => call.action === action).map(({ request }) => request)
}
const choose = (name: string | RegExp) => userEvent.click(screen.getByRole('radio', { name }))
const turnTo = (name: string) => userEvent.click(screen.getByRole('tab', { name }))
const pickDay = (label: string, day: string) => fireEvent.change(screen.getByLabelText(label), { target: { value: day } })

it('a fact is of today unless another day is chosen, and then it is sent with that day', async () => {
  const sent = await opened()
  expect(screen.getByLabelText('事实的日期')).toHaveValue('2026-11-24')
  await choose('锦绣花园')
  await choose(/^未制定/)
  await userEvent.type(screen.getByRole('textbox', { name: '事实说明' }), '缺一项预案')
  await userEvent.click(screen.getByRole('button', { name: /^录入/ }))
  await waitFor(() => expect(sent('enterPropertyCheck')).toHaveLength(1))
  expect(sent('enterPropertyCheck')[0]).not.toHaveProperty('factOn')
  await choose('锦绣花园')
  pickDay('事实的日期', '2026-10-20')
  expect(screen.getByText('计入这一天所在的月份和年度')).toBeInTheDocument()
  await choose(/^未制定/)
  await userEvent.type(screen.getByRole('textbox', { name: '事实说明' }), '缺一项预案')
  await userEvent.click(screen.getByRole('button', { name: /^录入/ }))
  await waitFor(() => expect(sent('enterPropertyCheck')[1]).toMatchObject({ factOn: '2026-10-20' }))
  // The next one is of today again.
  await waitFor(() => expect(screen.getByLabelText('事实的日期')).toHaveValue('2026-11-24'))
})

it('a sheet of last year is asked about under its year, also of an estate that has left', async () => {
  const sent = await opened()
  await turnTo('红色物业')
  await choose('和平苑（已退出）')
  pickDay('考核的日期', '2025-12-28')
  await choose('没有建立')
  await userEvent.click(screen.getByRole('button', { name: '录入：一票否决' }))
  await waitFor(() => expect(sent('enterRedProperty')).toEqual([{ estateId: 'heping', factOn: '2025-12-28', hasPartyOrganisation: false, marks: [] }]))
  expect(Taro.showModal).toHaveBeenCalledWith(expect.objectContaining({ title: '和平苑（已退出） 2025 年“红色物业”' }))
})

it('a project is of the day on which it was recognised', async () => {
  const sent = await opened()
  await turnTo('创建项目')
  await choose('锦绣花园')
  pickDay('认定的日期', '2026-09-18')
  await choose(/^区级/)
  await userEvent.type(screen.getByRole('textbox', { name: '项目名称和认定文件' }), '区级示范')
  await userEvent.click(screen.getByRole('button', { name: /^录入/ }))
  await waitFor(() => expect(sent('enterProject')).toMatchObject([{ factOn: '2026-09-18', level: 'district' }]))
})
