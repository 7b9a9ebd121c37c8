import type { CaseStateName } from '../../domain/case/transitions'
import type { DeskKind } from '../../domain/case/desk'
import type { ClockJob } from '../../types/codes'
import type { IconName } from '@/components/Icon/icons'

/** 待办: what each kind asks of the office. */
export const DESK = {
  toFile: { words: '待立案', asks: '新的报告，等立案或不予立案', icon: 'inbox', done: '没有等待立案的报告' },
  toDispatch: { words: '待派遣', asks: '已立案，等派给物业', icon: 'send', done: '立案的都已派遣' },
  toDecide: { words: '待审批', asks: '物业申请延期、挂账或退回', icon: 'gavel', done: '没有等待审批的申请' },
  toVerify: { words: '待核查', asks: '物业已回复，等核查和结案', icon: 'clipboardCheck', done: '回复的都已核查' },
  reopened: { words: '居民反映未解决', asks: '居民反映未解决，须现场核查', icon: 'refreshCw', done: '没有居民反映未解决的' },
  findings: { words: '待确认扣分', asks: '提出的扣分事项，等另一位同事确认', icon: 'flag', done: '没有待确认的扣分事项' },
} as const satisfies Record<DeskKind, { words: string; asks: string; icon: IconName; done: string }>

/** 待审看的照片: waits among them, though it is no case. */
export const DESK_PHOTOS = { words: '待审看照片', asks: '微信没能判断，或认为有问题', icon: 'image', done: '没有等待审看的照片' } as const satisfies { words: string; asks: string; icon: IconName; done: string }

/** What a state means to the manager who has to act. */
export const MANAGER_NOTE = {
  submitted: '', withdrawn: '', refused: '', filed: '',
  dispatched: '',
  returned: '已退回，等考核办决定，不计时',
  suspended: '已挂账，不计时；处理好了可以直接回复',
  rework: '没有通过，请返工后再回复',
  answered: '已回复，等核查',
  verified: '核查通过，等结案',
  reopened: '居民又说没修好，等工作人员现场核查',
  closed: '已结案',
} as const satisfies Record<CaseStateName, string>

/** The steps a case can be taken by, as the person who decides reads them. */
export const STEP = {
  file: { words: '立案并派遣', hint: '属于立案范围，马上派给物业', icon: 'send' },
  refuse: { words: '不予立案', hint: '写明理由，居民会看到', icon: 'circleX' },
  dispatch: { words: '派遣', hint: '派给物业，开始计时', icon: 'send' },
  request: { words: '审批申请', hint: '同意或不同意物业的申请', icon: 'gavel' },
  redirect: { words: '改派', hint: '改由另一个小区办理', icon: 'undo' },
  rejectReturn: { words: '不同意退回', hint: '仍由原小区办理，继续计时', icon: 'gavel' },
  resume: { words: '提前恢复办理', hint: '挂账到此为止，继续计时', icon: 'timer' },
  verify: { words: '核查', hint: '对照结案标准，看处理结果', icon: 'clipboardCheck' },
  recheck: { words: '抽查不符', hint: '通过之后再核查，发现不符合结案标准', icon: 'search' },
  rework: { words: '返工', hint: '居民说得对，退回物业重新处理', icon: 'refreshCw' },
  close: { words: '结案', hint: '核查已通过', icon: 'circleCheck' },
  decideFinding: { words: '确认扣分事项', hint: '确认或不予扣分', icon: 'flag' },
  propose: { words: '提出扣分事项', hint: '由另一位同事确认后才扣分', icon: 'flag' },
} as const satisfies Record<string, { words: string; hint: string; icon: IconName }>
export type StepName = keyof typeof STEP

/** What a manager can do with a case. */
export const ANSWER_WAY = {
  answer: { words: '已处理，回复', hint: '拍下处理后的样子', icon: 'check' },
  return: { words: '退回', hint: '不属于本小区，请考核办改派', icon: 'undo' },
  extension: { words: '申请延期', hint: '需要更多时间，最多两次', icon: 'hourglass' },
  suspension: { words: '申请挂账', hint: '暂时办不了，到某一天再办', icon: 'pause' },
} as const satisfies Record<string, { words: string; hint: string; icon: IconName }>
export type AnswerWay = keyof typeof ANSWER_WAY

/** 常用理由: a tap fills it in; it can be changed before it is sent. */
export const REASONS = {
  return: ['位置不在本小区范围内', '属于其他单位管理'],
  extension: ['需要采购材料', '需要专业队伍施工', '天气原因暂不能施工'],
  suspension: ['需要动用维修资金，正在履行表决程序', '涉及其他单位，正在协调'],
  refuse: ['不在立案范围内', '同一问题已立案，正在处理', '情况不清楚，请补充照片和位置后重新报告', '现场核实没有发现该问题', '不属于小区范围，已转告有关部门'],
  redirect: ['经核实，位置属于另一小区', '物业退回属实，应由另一小区办理'],
  rejectReturn: ['经核实，位置在本小区范围内', '属于本小区物业的责任范围'],
  resume: ['挂账的原因已经消除', '条件已具备，请恢复办理'],
  rework: ['照片可见问题仍在，请重新处理', '居民反映属实，请重新处理'],
  approve: ['情况属实，同意'],
  decline: ['理由不充分，请按原时限办理'],
  propose: ['属于本小区责任，无正当理由不办理', '与实际情况不一致'],
  confirmFinding: ['情况属实'],
  dropFinding: ['情况不属实', '已及时处理，没有造成影响'],
  publishPhoto: ['看过，没有不当内容', '是现场实况，可以公开'],
  hidePhoto: ['有不当内容', '与问题无关', '有他人隐私，无法遮挡'],
  unmask: ['需要上门当面核实情况', '涉及人身安全，需要找到本人', '核实是否住户本人报告'],
  setHouseholdStatus: ['社区核实', '物业登记有变化', '住户本人说明'],
  clearHousehold: ['住户已搬走', '房屋已出售', '租期已满', '住户本人要求解除'],
} as const satisfies Record<string, readonly string[]>

/** Said in place once it is done. */
export const DECIDED = {
  filed: '已立案并派遣', refused: '已不予立案，理由已告诉居民', dispatched: '已派遣', approved: '已同意申请', declined: '已不同意申请', redirected: '已改派',
  returnRejected: '已退回原小区办理', resumed: '已恢复办理', verified: '已记录：核查符合', closed: '核查符合，已结案', failed: '已退回返工', reworked: '已退回返工',
  settled: '已结案', confirmed: '已确认扣分', dropped: '已记录：不予扣分', proposed: '已提出，等另一位同事确认',
} as const

/** 账链的毛病. */
export const LEDGER_FAULT = {
  fork: '同一序号有两笔',
  gap: '中间缺一笔',
  modification: '内容与校验码不符，被改动过',
} as const satisfies Record<'fork' | 'gap' | 'modification', string>

/** 时钟的工作, as the office knows it. Several jobs are one to it. */
export const CLOCK_JOB = {
  resumeCases: '恢复挂账', bookCases: '扣分入账', remindManagers: '时限提醒', tellManagers: '告知物业', sendUrgentNotices: '时限消息', bookAssessments: '考核入账', runSurveys: '满意率调查', askAgain: '再次回访', tellReporters: '告知居民', sendNotices: '发消息',
  checkPhotos: '照片检查', finishErasing: '删除个人数据', removeFiles: '清理文件', forgetOld: '到期删除',
} as const satisfies Record<ClockJob, string>

/** 不能入账: what the office can do about it. */
export const UNBOOKABLE = {
  calendarMissing: (detail: string) => `缺 ${detail} 年的工作日历，请先导入`,
  ruleUndecided: (detail: string) => `“${detail}”的分值方案未定，请先作出补充规定`,
  broken: () => '案卷的记录有误，请联系维护人员',
} as const
