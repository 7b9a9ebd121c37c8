/** How a field that was filled in wrongly is named to the person. */
const WORDS: Readonly<Record<string, string>> = {
  text: '情况说明（1–1000 字）', reason: '理由（1–1000 字）', note: '说明（1–1000 字）', photos: '照片（最多 9 张）', place: '位置', categoryCode: '问题类别', estateId: '小区', at: '小区', level: '级别',
  mode: '检查方式', problems: '检查问题（最多 30 个）', count: '数量（1–100）', factOn: '事实的日期', marks: '评分项', period: '考核周期', year: '年份',
  until: '日期', order: '抽签顺序', origin: '案卷来源', finding: '扣分事项', key: '提交编号', caseId: '案卷', code: '绑定码', phoneCode: '手机号', householdId: '住户', runId: '发码记录', part: '第几份', importId: '核对过的名册', fileId: '名册文件', status: '入住情况', memberId: '家人', relation: '与住户的关系', building: '幢号', room: '室号', month: '月份', photoId: '照片', replacement: '遮挡后的照片', kind: '授权项目', version: '版本', confirm: '确认删除', rating: '评价（1–5 分）', surveyId: '调查', answers: '答案', remark: '留言（最多 200 字）', secret: '改答码', questions: '题目', remarkPrompt: '留言提示', opensAt: '开始日期', closesAt: '结束日期', sheets: '录入的问卷', householdIds: '信封上的住户', batchId: '纸质问卷批次', outcome: '回访结果', release: '是否加分', publish: '是否公布', remarkId: '留言', questionId: '题目', 
}
export const fieldWords = (path: readonly PropertyKey[]): string => path.map((part) => WORDS[String(part)]).filter(Boolean).pop() ?? '请求内容'
