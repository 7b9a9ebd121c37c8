/** 保存期限 in days; null: until the person deletes their data. Ours, not the plan's (decision 0022). */
type Kept = { readonly days: number | null; readonly what: string; readonly then: string }

/** The one table: the clock forgets by it, and the privacy page shows it. */
export const RETENTION = {
  profile: { days: null, what: '您的身份标识、称呼、所选小区', then: '您删除数据时一并删除' },
  consents: { days: null, what: '您同意或撤回授权的记录', then: '您删除数据时一并删除' },
  households: { days: null, what: '您与住户的绑定', then: '您解除绑定或删除数据时删除' },
  quotas: { days: null, what: '微信提醒的剩余次数', then: '您删除数据时一并删除' },
  reporter: { days: 730, what: '案卷是您报告的这一联系（从案卷了结起算）', then: '案卷保留，不再对应到任何人' },
  words: { days: null, what: '您附议、补充、回访时写的话和照片（不写是谁）', then: '随案卷保存' },
  ratings: { days: null, what: '您的评价，和只在当月、当个小区有效的加密记号（一人一月只算一次，对不上是谁）', then: '随案卷保存' },
  readNotices: { days: 365, what: '您看过的消息（从看过起算）', then: '自动删除' },
  notices: { days: 730, what: '您没有看过的消息', then: '自动删除' },
  unmaskings: { days: 1095, what: '考核办查看您身份的记录', then: '自动删除' },
  surveyRights: { days: null, what: '您家答过哪一年的满意率调查（不含答案和时间，不写是谁）', then: '随住户名册保存' },
  surveyAnswers: { days: null, what: '满意率调查的答卷和留言（对不上任何一户、任何人）', then: '作为考核依据保存' },
  surveyPhones: { days: null, what: '同一部手机替几户答过满意率调查（代号，对不上答卷）', then: '计票时删除' },
  invitations: { days: 30, what: '过期的家人邀请码', then: '自动删除' },
  rosters: { days: 7, what: '导入名册时核对用的加密比对值（导入一页删一页；表格本身读完马上删除）', then: '自动删除' },
  tallies: { days: 1, what: '当天报告、附议、补充的次数和输错绑定码的时间（只记代号，还原不成您的微信编号；您删除数据后也留到这时，免得有人靠删除重来一遍）', then: '自动删除' },
  voices: { days: 30, what: '哪些案卷您已经反映过（只记代号；从案卷了结起算，您删除数据后也留到这时，免得同一个人对同一件事反复发起）', then: '自动删除' },
  phoneProofs: { days: 1, what: '手机号验证的结果', then: '自动删除' },
  uploads: { days: 2, what: '上传的照片原件（办理时另存一份，文件名看不出是谁），和没有读成的名册表格（当天和第二天）', then: '自动删除' },
  photoSender: { days: 1, what: '照片做内容安全检查时的发送人', then: '检查完就删除' },
} as const satisfies Record<string, Kept>

export type RetentionKey = keyof typeof RETENTION
/** A case that is not over is looked at again after so many days. */
export const LOOK_AGAIN_DAYS = 30
/** Beijing hours in which the clock forgets: nobody waits for it. */
export const FORGETTING_HOURS = { from: 2, until: 5 } as const
