import { doubtfulAmount } from './awards'
import { UNDECIDED } from './edition'
import type { DecisionId, DecisionNote, Decisions, Points, TieBreak, Undecided } from './edition'

const yuan = (amountFen: number): string => `${amountFen / 100}元`

/** The open points and the reasons of the defaults. */
const questions: Readonly<Record<DecisionId, { readonly question: string; readonly why: string }>> = {
  D1: {
    question: '附件2第3项“拖延、推诿处理造成后果的有一例扣 分”，方案未写扣几分。',
    why: '分值只能由镇考核办确定，程序不代为猜测。',
  },
  D2: {
    question: '附件2第5项“未正常开展每少一次扣 分”，方案未写扣几分。',
    why: '分值只能由镇考核办确定，程序不代为猜测。',
  },
  D3: { question: '方案只写了市级、区级案卷扣几分，镇级案卷扣几分。', why: '与市级、区级案卷相同。' },
  D4: { question: '方案以工作时、工作日计时限，未写每日工作时段。', why: '按一般机关作息；冬夏作息不同的，按日期另设。' },
  D5: { question: '长效管理得分按什么周期计算。', why: '方案的扣分规则本身按“当月”计。' },
  D6: { question: '满意率正好在两档交界处（方案两档都写到），归哪一档。', why: '界限不清时，作有利于小区的理解。' },
  D7: { question: '得分相同的，按什么先后定名次。', why: '先看日常处置，再看业主评价；仍分不出的，抽签并留记录。' },
  D8: { question: '同一问题当月举报达到重点问题次数的，反复与重点是否都扣。', why: '方案分列两项，未写择一。' },
  D9: { question: '居民举报立案，是否另按附件1扣分。', why: '立案不扣分，谁也没有理由劝阻居民举报。' },
  D10: { question: '申诉期和公示期各多长，方案未写。', why: '给各小区留出核对和申诉的时间。' },
  D11: { question: '满意率调查的覆盖率以哪些户为分母。', why: '空置户无人可答，计入会使覆盖率失实。' },
  D12: { question: '方案要求“按比例进行现场核查”，未写比例。', why: '每个小区每月都抽到，核查人手也够用。' },
  D13: { question: '物业管理得分和总分能否超过满分。', why: '方案对加分未设上限。' },
  D14: {
    question: `附件4中的${yuan(doubtfulAmount.asWritten)}疑为${yuan(doubtfulAmount.corrected)}之误，按哪个数发放。`,
    why: '改动金额须由镇考核办决定，在此之前以原文为准。',
  },
  D15: { question: '年中加入或退出的小区，在哪些月份、哪些年度参加排名。', why: '在本镇的日子都算数，不在的月份不算满分；奖励给年末仍由本镇管理的小区。' },
}

const tieBreakWords: Readonly<Record<TieBreak, string>> = {
  fewerOverdue: '超时案卷少者在前',
  higherSatisfaction: '业主满意率高者在前',
  fewerDeductions: '扣分少者在前',
  recordedDraw: '由镇考核办抽签并记录',
}

const pointsOrUndecided = (points: Points | Undecided, per: string): string =>
  points === UNDECIDED ? '未定；确定之前不得据此扣分。' : `${per}扣${points / 100}分。`

/** One decision in words. */
const decidedWords = {
  D1: (d) => pointsOrUndecided(d.delayedHandlingPoints, '每例'),
  D2: (d) => pointsOrUndecided(d.missedMeetingPoints, '每少一次'),
  D3: (d) => pointsOrUndecided(d.townFindingPoints, '镇级案卷每个'),
  D4: (d) =>
    d.workingHours
      .map(({ from, periods }) => `自${from}起：${periods.map(({ start, end }) => `${start}–${end}`).join('、')}`)
      .join('；') + '（北京时间）。',
  D5: (d) => (d.longTermPeriod === 'month' ? '按月计算，全年得分为各月平均。' : '全年累计计算。'),
  D6: (d) => (d.bandEdge === 'higher' ? '归较高一档。' : '归较低一档。'),
  D7: (d) => `依次为：${d.tieBreaks.map((tieBreak) => tieBreakWords[tieBreak]).join('；')}。`,
  D8: (d) => (d.keyAndRecurrent === 'both' ? '两项都扣。' : '只按重点问题扣，不再按反复扣。'),
  D9: (d) => (d.filedReportPoints === 0 ? '不扣分。' : `每处（个）扣${d.filedReportPoints / 100}分。`),
  D10: (d) => `申诉期${d.appealWindowDays}个工作日，公示期${d.publicityDays}个工作日。`,
  D11: (d) => (d.coverageDenominator === 'occupied' ? '以已入住户为分母。' : '以全部户为分母。'),
  D12: (d) => `每个小区每月抽取已结案卷的${d.verificationSharePercent}%，不少于${d.verificationMin}件。`,
  D13: (d) => (d.partsCappedAbove ? '不能；以满分为限，各部分最低为零分。' : '可以；加分全部计入，各部分最低为零分。'),
  D14: (d) => (d.prizeAmounts === 'asWritten' ? '按方案原文发放。' : `按${yuan(doubtfulAmount.corrected)}发放。`),
  D15: (d) =>
    `月度：当月${d.monthMembers === 'anyDay' ? '有一天属于本镇，即参加' : '自始至终属于本镇，才参加'}。年度：${d.yearMembers === 'atEnd' ? '12月31日仍属于本镇' : '全年都属于本镇'}的参加，只按属于本镇的各月计分。`,
} satisfies Record<DecisionId, (decisions: Decisions) => string>

/** 补充规定的文字: what is decided, in words made from the numbers, so that the two cannot part. */
export const decidedText = (id: DecisionId, decisions: Decisions): string => decidedWords[id](decisions)

/** 补充规定说明: the notes shown beside the plan's own words, with the reasons of the first edition. @source 补充规定 D1–D15 */
export const decisionNotesFor = (decisions: Decisions): readonly DecisionNote[] =>
  (Object.keys(questions) as DecisionId[]).map((id) => ({ id, ...questions[id], decided: decidedText(id, decisions) }))
