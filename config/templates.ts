import type { TemplateKey } from '../types/codes'

/** 订阅消息模板: the ids are WeChat's for this mini-program's account; the local cloud takes them as they are. Fields: domain/notice. */
export const TEMPLATE_IDS = {
  /** 新任务提醒: thing1 事项, thing2 地点, time3 截止时间, thing4 说明. */
  caseTask: 'LINJING_CASE_TASK',
  /** 时限提醒: same fields. */
  caseDeadline: 'LINJING_CASE_DEADLINE',
  /** 办理进度通知: thing1 事项, thing2 进度, time3 时间. */
  caseProgress: 'LINJING_CASE_PROGRESS',
} as const satisfies Record<TemplateKey, string>
