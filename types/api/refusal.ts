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
  ON_SITE_REQUIRED: '重点问题和居民反映未解决的，须现场核查符合后才能结案',
  OTHERS_JOINED: '已有邻居一起反映了这个问题，不能撤回，考核办会继续处理',
  NOTHING_SAID: '请写几个字，或加一张照片',
  FOLLOW_UP_OVER: '这件案卷办结已超过 {days} 天，这里不再更改。如果问题又出现了，请重新报告，会作为新的问题办理',
  FOLLOW_UP_SETTLED: '您反映没修好之后，工作人员已到现场核查，认为已经修好。如果又出现问题，请重新报告',
  REMARKS_USED: '这件案卷您已经补充了 {max} 次，情况已经清楚。如果是另一个问题，请重新报告',
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
  ESTATE_LEFT: '“{estate}”已不在本镇的管理范围，请重新选择小区；有疑问请联系镇考核办',
  CODE_MISTYPED: '输入有误：{fault}',
  CODE_UNKNOWN: '没有对上这个绑定码，请对照纸条再看一遍。还可以再试 {left} 次',
  TRIES_USED: '一小时内已有 {max} 次没有对上。为保护住户信息，请在{until}以后再试；也可以用登记的手机号绑定，或请考核办帮您查',
  CODE_USED: '这个绑定码已经用过了。请让已绑定的家人邀请您，或到考核办重领',
  CODE_REPLACED: '这个绑定码已作废。请用考核办新发的纸条，或请住在这里的家人再邀请一次',
  CODE_EXPIRED: '邀请码已过期（24 小时内有效），请家人再邀请一次',
  HOUSEHOLD_ELSEWHERE: '这一户在另一个镇。请先在“我的”里把小区换到那个镇，再来绑定',
  HOUSEHOLD_FULL: '这一户已绑定 {max} 人。请先移除不再往来的家人，或联系考核办',
  HOUSEHOLD_NOT_YOURS: '您还没有绑定这一户，请先绑定',
  PHONE_NOT_GIVEN: '没有取得手机号。请再点一次“用手机号绑定”，或改用纸条上的绑定码',
  PHONE_UNKNOWN: '名册里没有登记这个手机号。请用纸条上的绑定码，或请考核办登记',
  INVITE_NOT_ALLOWED: '只有住在这里的人可以邀请家人。请让住户本人邀请，或到考核办领绑定码',
  MEMBER_NOT_REMOVABLE: '这位家人是凭绑定码或手机号绑定的，不能由您移除。如有疑问，请联系考核办',
  REPORTS_USED: '您今天已报告 {max} 次，谢谢您的关心。明天可以继续，没发出的会留在草稿里；有紧急危险请直接打电话给物业或考核办',
  REPORTS_LOWERED: '近 {days} 天您有 {refused} 件报告没有立案，所以今天先收 {max} 件。请看看未立案的理由；明天可以继续，没发出的会留在草稿里',
  JOINS_USED: '您今天已跟进 {max} 件，谢谢您的关心。明天可以继续',
  REMARKS_A_DAY_USED: '您今天已补充 {max} 次，情况已经清楚。明天可以继续',
  REASON_SHORT: '请写明查看的理由（至少 {min} 个字），居民会看到',
  REPORTER_GONE: '这位居民的身份信息已经删除，不能再查看',
  REDACTION_SAME: '遮挡后的照片与案卷里已有的照片相同，请先遮挡再上传',
  STAFF_DATA_KEPT: '您在本镇担任工作，经办记录须依规保存，不能自行删除。请先请考核办解除职务',
  ERASING: '您的数据正在删除，几分钟后即可完成。之后可以重新开始使用',
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
