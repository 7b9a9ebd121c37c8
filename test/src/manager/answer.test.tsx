import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import AnswerPage from '@/manager/pages/answer'
import { setRouterParams } from '../../doubles/taro'
import { Refused, cloudAnswers, draw, readCase, resident, summary } from '../support'

const manager: Actions['whoAmI']['reply'] = { ...resident, person: { ...resident.person!, grants: [{ role: 'manager', estateId: 'jinxiu', estateName: '锦绣花园' }] } }
const opened = async (allowed: string[], more: Parameters<typeof cloudAnswers>[0] = {}) => {
  setRouterParams({ id: 'c1' })
  const calls = cloudAnswers({ whoAmI: () => manager, readCase: () => ({ ...readCase, summary: { ...summary, mine: null }, allowed }), ...more })
  draw(<AnswerPage />)
  await screen.findByText(/^锦绣花园 垃圾分类亭，/)
  return (action: keyof Actions) => calls.filter((call) => call.action === action).map(({ request }) => request)
}
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

it('only what is allowed is offered', async () => {
  await opened(['answerCase'])
  expect(screen.queryByRole('radio')).toBeNull()
  expect(screen.getByRole('button', { name: '提交回复' })).toBeInTheDocument()
})

it('an answer has photos of now, from the camera, and words', async () => {
  const sent = await opened(['answerCase', 'returnCase', 'requestTime'], { answerCase: () => ({ overdue: false }) })
  await press('提交回复')
  expect(screen.getByText('请至少拍一张处理后的照片')).toBeInTheDocument()
  expect(screen.getByText('请用几个字写明怎么处理的')).toBeInTheDocument()
  await press('拍照')
  expect(Taro.chooseMedia).toHaveBeenCalledWith(expect.objectContaining({ sourceType: ['camera'] }))
  await userEvent.type(screen.getByRole('textbox', { name: '怎么处理的' }), '已清走')
  await waitFor(() => expect(screen.getByRole('button', { name: '提交回复' })).not.toHaveAttribute('aria-disabled'))
  await press('提交回复')
  await waitFor(() => expect(sent('answerCase')).toMatchObject([{ caseId: 'c1', text: '已清走', photos: [expect.stringMatching(/^cloud:/)] }]))
  expect(await screen.findByText(/已回复，在时限内/)).toBeInTheDocument()
})

it('an extension is asked for with a reason, and a refusal leaves it typed', async () => {
  const sent = await opened(['answerCase', 'requestTime'], { requestTime: () => { throw new Refused('ALREADY_OVERDUE', '已经超过时限，不能再申请') } })
  await userEvent.click(screen.getByRole('radio', { name: '申请延期' }))
  await press('需要采购材料')
  await press('申请延期')
  expect(await screen.findByText('已经超过时限，不能再申请')).toBeInTheDocument()
  expect(screen.getByRole('textbox', { name: '理由' })).toHaveValue('需要采购材料')
  expect(sent('requestTime')).toEqual([{ kind: 'extension', caseId: 'c1', reason: '需要采购材料', photos: [] }])
})

it('a suspension needs its last day', async () => {
  const sent = await opened(['requestTime'])
  await userEvent.click(screen.getByRole('radio', { name: '申请挂账' }))
  await press('涉及其他单位，正在协调')
  await press('申请挂账')
  expect(screen.getByText('请选择日期', { selector: '.field__error span' })).toBeInTheDocument()
  expect(sent('requestTime')).toEqual([])
})
