import { demoHouseholdId } from '../../scripts/demo/households'
import { playerOn } from '../../scripts/play/player'
import type { Demo } from './support'

export type Deed = string | RegExp | { readonly write: string; readonly words: string }
/** A page as somebody comes to it, and what is done there one after the other; each deed shows another face of the page, which is looked at too. */
export type Stop = { readonly openid: string; readonly page: string; readonly deeds?: readonly Deed[] }

const RESIDENT = 'resident-jinxiu-1'
const MANAGER = 'manager-jinxiu'
const STAFF = [MANAGER, 'inspector-town', 'office-1', 'auditor-1']
const EVERYBODYS = ['pages/home/index', 'pages/cases/index', 'pages/standings/index', 'pages/inbox/index', 'pages/me/index', 'pages/rewards/index', 'pages/score/index?estateId=yangguang&period=2026-11']

/** Every page for each of those who come there. `CASE:` and a state: a case of the town that is in it; `PHOTO`: one of that case; `HOUSEHOLD`: the first resident's; `SURVEY:open`, `SURVEY:held` and `SURVEY:final`: one that runs, in which the first resident's household has not answered, one whose bonus waits, with remarks to be read, and one that is counted. */
export const STOPS: readonly Stop[] = [
  { openid: 'newcomer-1', page: 'pages/home/index' },
  { openid: 'newcomer-1', page: 'resident/pages/bind/index', deeds: ['用登记的手机号绑定', '不同意'] },
  ...[RESIDENT, ...STAFF].flatMap((openid) => EVERYBODYS.map((page) => ({ openid, page }))),
  { openid: RESIDENT, page: 'pages/report/index', deeds: ['没有照片，先跳过', '南大门', { write: '出了什么问题', words: '门口垃圾没人扫' }, /地上脏、有垃圾/, '提交报告'] },
  { openid: RESIDENT, page: 'pages/drafts/index' },
  { openid: RESIDENT, page: 'pages/case/index?id=CASE:dispatched', deeds: ['补充照片或说明'] },
  { openid: 'resident-guixiang-2', page: 'pages/case/index?id=CASE:answered', deeds: [/时限说明书/] },
  { openid: 'resident-guixiang-1', page: 'pages/case/index?id=CASE:answered', deeds: ['没修好', '告诉考核办：没修好', '先不说', '修好了'] },
  { openid: RESIDENT, page: 'survey/pages/list/index' },
  { openid: RESIDENT, page: 'survey/pages/answer/index?surveyId=SURVEY:open', deeds: ['怎么做到的？', '开始作答', '满意', '没接触过', '一般', '非常满意', '满意', '不满意', '满意', '满意', { write: '还有什么想说的？请不要写姓名、房号和电话。', words: '门禁常坏，修好要等很久' }, '下一步', /，3\. /, '满意', '提交答卷'] },
  { openid: RESIDENT, page: 'survey/pages/result/index?surveyId=SURVEY:open' },
  { openid: RESIDENT, page: 'survey/pages/result/index?surveyId=SURVEY:final', deeds: ['核对我的回执和总数'] },
  { openid: RESIDENT, page: 'resident/pages/household/index?id=HOUSEHOLD', deeds: ['生成邀请码', '复制邀请码'] },
  { openid: RESIDENT, page: 'resident/pages/estate/index?estateId=jinxiu' },
  { openid: RESIDENT, page: 'resident/pages/privacy/index' },
  { openid: RESIDENT, page: 'resident/pages/seen/index' },
  { openid: RESIDENT, page: 'resident/pages/export/index', deeds: ['整理我的资料'] },
  { openid: RESIDENT, page: 'resident/pages/forget/index', deeds: ['我看明白了，要删除'] },
  { openid: RESIDENT, page: 'resident/pages/document/index?name=terms' },
  { openid: RESIDENT, page: 'resident/pages/document/index?name=privacy' },
  { openid: 'manager-heping', page: 'survey/pages/result/index?surveyId=SURVEY:final', deeds: ['公布'] },
  { openid: MANAGER, page: 'pages/case/index?id=CASE:dispatched' },
  { openid: MANAGER, page: 'manager/pages/answer/index?id=CASE:dispatched', deeds: ['提交回复', '退回', '申请延期', '申请挂账'] },
  { openid: 'inspector-town', page: 'inspector/pages/inspect/index', deeds: ['锦绣花园', '暗访', '记一个问题', '存下这个问题'] },
  { openid: 'inspector-town', page: 'inspector/pages/assess/index', deeds: ['红色物业', '锦绣花园', '已建立'] },
  { openid: 'inspector-town', page: 'survey/pages/door/index?surveyId=SURVEY:open', deeds: ['1 幢', '全部', '未答', /^1 幢 1 单元 301/, '请住户本人按', '满意', '上一题'] },
  { openid: 'inspector-town', page: 'survey/pages/paper/index?surveyId=SURVEY:open', deeds: ['登记信封', '1 幢', '1 幢 1 单元 301', '登记 1 个信封'] },
  { openid: 'office-1', page: 'inspector/pages/assess/index', deeds: ['创建项目'] },
  { openid: 'office-1', page: 'office/pages/surveys/index' },
  { openid: 'office-1', page: 'office/pages/surveys/index?estateId=heping&year=2027', deeds: ['保存草稿', '第 3 题往前移', '加一题'] },
  { openid: 'office-1', page: 'office/pages/surveys/index?surveyId=SURVEY:open' },
  { openid: 'office-1', page: 'office/pages/surveys/index?surveyId=SURVEY:held', deeds: ['不公布', '不公布这条'] },
  { openid: 'office-1', page: 'office/pages/surveys/index?surveyId=SURVEY:final' },
  { openid: 'office-1', page: 'pages/report/index' },
  { openid: 'office-1', page: 'office/pages/desk/index' },
  { openid: 'office-1', page: 'office/pages/desk/index?scope=all' },
  { openid: 'office-1', page: 'office/pages/decide/index?id=CASE:submitted', deeds: ['不予立案', '看完整信息', '不看了'] },
  { openid: 'office-1', page: 'office/pages/decide/index?id=CASE:dispatched' },
  { openid: 'office-1', page: 'office/pages/decide/index?id=CASE:answered' },
  { openid: 'office-1', page: 'office/pages/rewards/index' },
  { openid: 'office-1', page: 'office/pages/photos/index' },
  { openid: 'office-1', page: 'office/pages/photos/index?caseId=CASE:answered', deeds: ['不公开'] },
  { openid: 'office-1', page: 'survey/pages/result/index?surveyId=SURVEY:final' },
  { openid: 'office-1', page: 'office/pages/photos/index?surveyId=SURVEY:final', deeds: ['不公开'] },
  { openid: 'office-1', page: 'office/pages/redact/index?caseId=CASE:answered&photoId=PHOTO', deeds: ['在左上加一块', '看看遮挡后的样子'] },
  { openid: 'office-1', page: 'office/pages/households/index', deeds: [/^3 幢 2 单元 501/] },
  { openid: 'office-1', page: 'office/pages/households/index', deeds: [/^1 幢 1 单元 301/, '更改入住情况'] },
  { openid: 'office-1', page: 'office/pages/roster/index' },
  { openid: 'office-1', page: 'office/pages/slips/index' },
  { openid: 'office-1', page: 'office/pages/registers/index' },
  { openid: 'auditor-1', page: 'office/pages/desk/index?scope=all' },
  { openid: 'auditor-1', page: 'pages/case/index?id=CASE:answered' },
  { openid: 'auditor-1', page: 'office/pages/households/index' },
  { openid: 'auditor-1', page: 'office/pages/surveys/index' },
  { openid: 'auditor-1', page: 'office/pages/surveys/index?surveyId=SURVEY:held' },
  { openid: 'auditor-1', page: 'office/pages/registers/index?of=unmaskings' },
]

/** A case of the person's own estate (staff of the town: of any) in the state that is asked for. */
export function caseIn({ cloud }: Demo, state: string, openid: string): string {
  const [, estateId] = openid.split('-')
  const [found] = cloud.engine.find('cases', { filter: { state, ...(/^(resident|manager)/.test(openid) && { estateId }) } }) as { _id: string }[]
  if (!found) throw new Error(`the town has no case that is ${state} for ${openid}`)
  return found._id
}

function surveyIn({ cloud }: Demo, stage: string): string {
  const [found] = cloud.engine.find('surveys', { filter: { stage } }) as { _id: string }[]
  if (!found) throw new Error(`the town has no survey that is ${stage}`)
  return found._id
}

/** The page of a stop in this town. */
export async function addressOf(demo: Demo, { openid, page }: Pick<Stop, 'openid' | 'page'>): Promise<string> {
  const state = /CASE:(\w+)/.exec(page)?.[1]
  const caseId = state ? caseIn(demo, state, openid) : ''
  const photo = page.includes('PHOTO') ? (await playerOn(demo.cloud).call(openid, 'readCase', { caseId })).photos?.[0]?.photoId : undefined
  const stage = /SURVEY:(\w+)/.exec(page)?.[1]
  return page.replace(/SURVEY:\w+/, stage ? encodeURIComponent(surveyIn(demo, stage)) : '').replace(/CASE:\w+/, caseId).replace('PHOTO', encodeURIComponent(photo ?? '')).replace('HOUSEHOLD', demoHouseholdId('jinxiu'))
}
