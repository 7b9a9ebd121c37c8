import type { Actions } from '../../../types/api'
import type { CaseEventType } from '../../../domain/case/events'
import { PROOFS } from '../../../domain/household/members'
import { momentWords } from '@/domainViews/momentWords'
import { EVENT } from '@/labels/case'
import { RATING, type Rating } from '@/labels/followUp'
import { PROOF, RELATION } from '@/labels/household'
import { TEMPLATE } from '@/labels/notice'
import { CONSENT_NAME } from '@/labels/privacy'
import { CASE_STATE } from '@/labels/zh'

type Exported = Actions['exportMyData']['reply']
type Report = Exported['reports'][number]
export type Part = { readonly title: string; readonly lines: readonly string[] }

const eventWords = (type: string): string => {
  const event = EVENT[type as CaseEventType] as { words: string; mine?: string } | undefined
  return event ? (event.mine ?? event.words) : type
}
const proofWords = (by: string): string => PROOFS.filter((proof) => proof === by).map((proof) => PROOF[proof])[0] ?? by

function reportLine({ caseNumber, state, estateName, placeText, reportedAt, first, forHousehold, rating, said }: Report, at: (instant: number) => string): string {
  const told = said.map((word) => `${at(word.at)}${eventWords(word.type)}${word.text && `：${word.text}`}${word.photos.length > 0 ? `（${word.photos.length} 张照片）` : ''}`)
  const rated = rating && `评价：${RATING[rating.value as Rating]}`
  return [`${caseNumber ? `${caseNumber} ` : ''}${estateName} ${placeText}（${CASE_STATE[state].words}）`, `${at(reportedAt)}${first ? '报告' : '附议'}${forHousehold ? `，替${forHousehold}` : ''}`, ...told, rated].filter(Boolean).join('\n')
}

/** 导出的资料 as it is read: everything the file holds, by kind. */
export function exportedParts(data: Exported): Part[] {
  const at = (instant: number) => momentWords(instant, data.exportedAt)
  const { profile, households, consents, reports, notices, quotas, unmaskings, days, wrongCodesAt, spokenOn } = data
  return [
    { title: '身份', lines: profile ? [`称呼：${profile.name}`, `${profile.townName}${profile.estateName ? ` ${profile.estateName}` : ''}`, `微信给本小程序的编号：${profile.openid}`] : [] },
    { title: '住户', lines: households.map(({ estateName, label, relation, since, by, surveyYears }) => `${estateName} ${label}（${RELATION[relation].words}），${at(since)}${proofWords(by)}绑定${surveyYears.length > 0 ? `；${surveyYears.join('、')} 年满意率调查已答（答案对不上哪一户，这里没有）` : ''}`) },
    { title: '同意记录', lines: consents.map(({ kind, given, at: when, version }) => `${CONSENT_NAME[kind]}：${at(when)}${given ? '同意' : '不同意或撤回'}（说明版本 ${version}）`) },
    { title: '报告', lines: reports.map((report) => reportLine(report, at)) },
    { title: '消息', lines: notices.map(({ at: when, subject, text }) => `${at(when)} ${subject}：${text}`) },
    { title: '微信提醒次数', lines: quotas.map(({ template, accepted, used }) => `${TEMPLATE[template].words}：同意 ${accepted} 次，已发 ${used} 次`) },
    { title: '谁看过我的信息', lines: unmaskings.map(({ at: when, who, reason, caseNumber }) => `${at(when)} 考核办 ${who}，${caseNumber ? `编号 ${caseNumber}` : '受理之前'}，理由：${reason}`) },
    { title: '近日办理次数', lines: days.map(({ day, reports: sent, joins, remarks }) => `${day}：报告 ${sent}，附议 ${joins}，补充 ${remarks}`) },
    { title: '输错绑定码的时间', lines: wrongCodesAt.map(at) },
    { title: '防止反复发起的记录', lines: spokenOn.map(({ caseNumber, at: when }) => `${at(when)} 反映过${caseNumber ? `编号 ${caseNumber}` : '没有编号的一件'}`) },
  ]
}

/** The same as one text to paste. */
export const exportedText = (parts: readonly Part[]): string => parts.map(({ title, lines }) => [`【${title}】`, ...(lines.length > 0 ? lines : ['没有'])].join('\n')).join('\n\n')
