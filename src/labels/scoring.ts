import type { Sheet } from '../../domain/ledger/entry'
import type { AwardTierId, FindingKind, ProjectLevel, TieBreak } from '../../domain/rulebook/edition'
import type { IconName } from '@/components/Icon/icons'
import type { Tone } from '@/components/tone'

export const SHEET = {
  longTerm: { words: '长效管理', clean: '没有扣分' },
  property: { words: '物业管理', clean: '没有扣分，也没有加分' },
  project: { words: '创建项目加分', clean: '还没有创建项目' },
} as const satisfies Record<Sheet, { words: string; clean: string }>

type Stamp = { words: string; tone: Tone; icon: IconName; meaning: string }

/** 考核结果 stands: stamped on the standings. */
export const STAGE = {
  running: { words: '进行中', tone: 'info', icon: 'hourglass', meaning: '还在计分，名次会变' },
  preliminary: { words: '预公布', tone: 'warn', icon: 'eye', meaning: '周期已结束，还没有最后确定；对得分有异议，请联系镇考核办' },
  final: { words: '已定', tone: 'good', icon: 'badgeCheck', meaning: '结果已确定' },
} as const satisfies Record<'running' | 'preliminary' | 'final', Stamp>

export const REWARD_STAGE = {
  forecast: { words: '预测', tone: 'info', icon: 'trendingUp', meaning: '按现在的得分推算，年度结束后由镇考核办分配' },
  publicity: { words: '公示中', tone: 'warn', icon: 'eye', meaning: '对分配有异议，请在公示期内联系镇考核办' },
  confirmed: { words: '已确定', tone: 'good', icon: 'badgeCheck', meaning: '公示结束，结果已确定' },
} as const satisfies Record<'forecast' | 'publicity' | 'confirmed', Stamp>

/** What parted two estates with the same score (补充规定 D7). */
export const TIE_BREAK = {
  fewerOverdue: '与前一名同分，超时案卷较多',
  higherSatisfaction: '与前一名同分，业主满意率较低',
  fewerDeductions: '与前一名同分，扣分较多',
  recordedDraw: '与前一名同分，由抽签定名次',
} as const satisfies Record<TieBreak, string>

/** Rules that are no sentence of Annex 2: how an entry under them is headed. */
type NamedRule = FindingKind | 'inspected' | 'doubled' | 'filed' | 'satisfaction' | `project:${ProjectLevel}`
const RULE = {
  inspected: '检查发现问题',
  doubled: '未及时整改，双倍扣分',
  filed: '立案',
  overdue: '超时案卷',
  shirked: '推诿案卷',
  recurrent: '反复性案卷',
  failedVerification: '核查不符',
  keyProblem: '重点问题',
  satisfaction: '业主满意率调查',
  'project:district': '创建区级示范项目',
  'project:city': '创建市级示范项目',
  'project:province': '创建省级示范项目',
  'project:nation': '创建国家级示范项目',
} as const satisfies Record<NamedRule, string>

/** How an entry is headed; a rule of Annex 2 has its own words instead. */
export const ruleName = (rule: string): string => (RULE as Readonly<Record<string, string>>)[rule] ?? '物业管理考核'

export const AWARD_ICON = { first: 'trophy', second: 'medal', third: 'medal', redProperty: 'star' } as const satisfies Record<AwardTierId, IconName>
export const awardIcon = (tier: string): IconName => (AWARD_ICON as Readonly<Record<string, IconName>>)[tier] ?? 'medal'
