/** Why an action was refused. Closed: every code has words that say what happened and what to do now. `{…}` is filled from the details. */
export const REFUSALS = {
  UNKNOWN_ACTION: '没有这个操作，请更新小程序后再试',
  BAD_REQUEST: '填写的内容有误：{field}。请改正后再提交',
  NOT_IDENTIFIED: '没有取得微信身份，请从微信重新打开小程序',
  NO_ESTATE: '请先选择您所在的小区',
  NOT_ALLOWED: '您没有办理这件事的权限。如需权限，请联系镇考核办',
  OWN_ACT: '不能审定自己经办的事项，请由另一位同事办理',
  NOT_FOUND: '没有找到，可能已被撤回或不在您的小区',
  ESTATE_UNKNOWN: '没有这个小区，请重新选择',
  CATEGORY_UNKNOWN: '没有这个问题类别，请重新选择，或选“不确定”',
  SPOT_UNKNOWN: '这个位置不在该小区，请重新选择位置',
  PLACE_MISSING: '请选择位置，或写明在哪里',
  TEXT_EMPTY: '请用几个字说明情况',
  TEXT_REJECTED: '文字未通过内容安全检查，请修改后再提交',
  PHOTO_INVALID: '第 {number} 张不是可用的照片（支持 JPG、PNG、WebP，每张不超过 10 MB），请换一张',
  PHOTO_MISSING: '请至少上传一张照片',
  PHOTO_SAME: '整改后的照片与整改前相同，请拍摄现在的现场',
  STATE_CHANGED: '这件案卷的状态已变化，不能再这样办理。请刷新后查看最新进展',
  CASE_CLOSED: '这件案卷已经办结，不能再答复',
  ALREADY_JOINED: '您已经在跟进这件案卷了',
  ALREADY_OVERDUE: '已经超过时限，不能再退回、改派、延期或挂账',
  EXTENSIONS_USED: '延期次数已用完（最多 {max} 次）',
  ON_SITE_REQUIRED: '重点问题须现场核查后才能结案',
  FINDING_EXISTS: '这一扣分事项已经提出过',
  FINDING_MISSING: '没有待确认的这一扣分事项，请刷新',
  CALENDAR_MISSING: '{year} 年的工作日历还没有导入，无法计算时限。请考核办先导入日历',
  RULE_UNDECIDED: '“{rule}”的分值方案未定，须先由考核办作出补充规定',
  RULE_UNKNOWN: '没有这条细则，请重新选择',
  MARKS_INVALID: '评分表有误：{item}。请检查后再提交',
  NO_PARTY_BRANCH: '该小区未成立（临时）党支部，不参加“红色物业”考核',
  ALREADY_ENTERED: '已经录入过，不能重复录入',
  PERIOD_INVALID: '这个周期没有考核（还没有开始，或早于本镇开始考核的月份），请另选',
  PERIOD_OPEN: '{year} 年还没有结束，年终后才能分配奖励',
  CLOCK_BEHIND: '还有 {count} 件事项没有入账，请稍等几分钟再分配',
  TIE_UNDECIDED: '{estates} 同分，须先登记抽签结果',
  DRAW_CHANGED: '已登记的抽签顺序不能改变；再次抽签时，请按原来的先后写上已抽的小区',
  PUBLICITY_OPEN: '公示期到 {until} 结束，之后才能确认',
  BUSY: '办理的人较多，请稍后再试，您填写的内容都还在',
  INTERNAL: '系统出了问题，您填写的内容都还在。请稍后再试；如仍不行，请把编号 {errorId} 告诉考核办',
} as const
export type RefusalCode = keyof typeof REFUSALS
export type RefusalDetails = Readonly<Record<string, string | number>>

export type Refusal = { readonly ok: false; readonly code: RefusalCode; readonly details?: RefusalDetails }
export const refuse = (code: RefusalCode, details?: RefusalDetails): Refusal => ({ ok: false, code, ...(details && { details }) })

/** 拒绝说明 in Chinese. */
export const refusalWords = ({ code, details = {} }: Refusal): string => REFUSALS[code].replace(/\{(\w+)\}/g, (_, key: string) => String(details[key] ?? ''))

/** What the function answers: `now` is the server's clock, by which phones count down. */
export type Envelope<Value> =
  | { readonly ok: true; readonly value: Value; readonly now: number }
  | { readonly ok: false; readonly code: RefusalCode; readonly words: string; readonly now: number; readonly errorId?: string }
