import type { Decisions } from '../../domain/rulebook/edition'
import { ONE_PHONE_HOUSEHOLDS, QUICK_MS, type SignalKind } from '../../domain/survey/signals'
import type { SurveyStage } from '../../domain/survey/stage'
import type { Actions } from '../../types/api'
import type { IconName } from '@/components/Icon/icons'
import type { Tone } from '@/components/tone'

type Mark = { words: string; tone: Tone; icon: IconName }

/** 调查进度, as the office reads it; `none`: nobody has planned one yet. */
export const DESK_SURVEY_STAGE = {
  none: { words: '还没有安排', tone: 'neutral', icon: 'calendarDays' },
  draft: { words: '草稿，没有发布', tone: 'neutral', icon: 'pencil' },
  scheduled: { words: '已发布，等开始', tone: 'info', icon: 'calendarDays' },
  open: { words: '正在调查', tone: 'info', icon: 'hourglass' },
  counting: { words: '已结束，正在计票', tone: 'info', icon: 'hourglass' },
  held: { words: '加分待复核', tone: 'warn', icon: 'flag' },
  final: { words: '结果已公布', tone: 'good', icon: 'badgeCheck' },
} as const satisfies Record<SurveyStage | 'none' | 'counting', Mark>

/** 应调查的户 (补充规定 D11). */
export const ASKED = { all: '名册上登记的全部户', occupied: '名册上有人住的户' } as const satisfies Record<Decisions['coverageDenominator'], string>

/** 异常信号: what was seen, and why it may be innocent. */
export const SIGNAL = {
  onePhone: { words: '一部手机替多户作答', seen: `同一部手机用来替 ${ONE_PHONE_HOUSEHOLDS} 户以上作答。`, innocent: '也可能是子女帮几位老人作答，或一家人有几套房。' },
  burst: { words: '短时间集中作答', seen: '几分钟里交来的答卷特别多，而当时并没有发通知。', innocent: '也可能是社区活动上大家一起答的。' },
  doorBurst: { words: '上门答得太快', seen: '上门几分钟里交的答卷太多，一个人走不了这么快。', innocent: '也可能是一家人、几户邻居坐在一起答的。' },
  straightLine: { words: '每题答得一样', seen: '每一题都选了同一档。只列出，不计入须留意的份数。', innocent: '真心满意或不满意的人也常这样答。' },
  samePattern: { words: '许多份一模一样', seen: '不少答卷每一题都相同（不算每题都选同一档的）。', innocent: '题目少、看法接近时，也会碰巧相同。' },
  quick: { words: '答得太快', seen: `从看到第一题到交卷不到 ${QUICK_MS / 1_000} 秒，来不及读完题目。`, innocent: '修改答卷的人已经读过题目，也会很快。' },
  risk: { words: '微信提示账号有风险', seen: '微信认为作答的账号有异常。', innocent: '新注册、长期不用的账号也会被提示。' },
  denied: { words: '回访说没有答过', seen: '抽样回访时，住户说家里没有人答过；按抽样里的比例，折算成全部答卷里的份数。', innocent: '也可能是别的家人答的，接电话的人不知道。' },
} as const satisfies Record<SignalKind, { words: string; seen: string; innocent: string }>

type Desk = Actions['readSurveyDesk']['reply']

/** 抽样回访 of a household: whether somebody answered, never what. */
export const RECONTACT = {
  confirmed: { words: '说答过', tone: 'good', icon: 'circleCheck' },
  denied: { words: '说没有答过', tone: 'warn', icon: 'triangleAlert' },
  unreached: { words: '没联系上', tone: 'neutral', icon: 'phone' },
} as const satisfies Record<NonNullable<Desk['sample'][number]['outcome']>, Mark>

/** 加分复核: the two words there are. */
export const SURVEY_VERDICT = {
  release: { words: '计入加分', icon: 'circleCheck' },
  withhold: { words: '不计加分', icon: 'circleX' },
} as const satisfies Record<'release' | 'withhold', { words: string; icon: IconName }>
/** What each of them does to a bonus that waits, and to one that is booked already. */
export const SURVEY_VERDICT_HINTS = {
  held: { release: '结果公布，加分记入计分账', withhold: '结果公布，但这次不加分' },
  booked: { release: '已经入账的加分保留', withhold: '已经入账的加分收回，账上另记一笔冲正' },
} as const satisfies Record<'held' | 'booked', Record<keyof typeof SURVEY_VERDICT, string>>

/** 留言 after the close. */
export const REMARK_STATE = {
  waiting: { words: '待审看', tone: 'warn', icon: 'eye' },
  published: { words: '已公布', tone: 'good', icon: 'eye' },
  hidden: { words: '不公布', tone: 'neutral', icon: 'eyeOff' },
} as const satisfies Record<Actions['listSurveyRemarksToRead']['reply']['remarks'][number]['state'], Mark>

/** 上门名单: how a household stands. */
export const DOOR_STANDING = {
  open: { words: '未答', tone: 'info', icon: 'house' },
  answered: { words: '已答', tone: 'good', icon: 'circleCheck' },
  paper: { words: '已交纸质', tone: 'neutral', icon: 'fileText' },
  notAsked: { words: '不在调查范围', tone: 'neutral', icon: 'circleX' },
  relative: { words: '未答', tone: 'info', icon: 'house' },
} as const satisfies Record<Actions['listDoors']['reply']['doors'][number]['standing'], Mark>

/** 纸质问卷批次. */
export const BATCH_STATE = {
  open: { words: '待录入', tone: 'info', icon: 'pencil' },
  counted: { words: '已计票', tone: 'good', icon: 'circleCheck' },
  released: { words: '已撤销', tone: 'neutral', icon: 'undo' },
} as const satisfies Record<Actions['readPaperBatches']['reply']['batches'][number]['state'], Mark>

/** 待办 of the office that is no case: of the surveys. */
export const DESK_SURVEYS = {
  held: { words: '调查加分待复核', asks: '抽样回访，再由两人审定', icon: 'flag' },
  remarks: { words: '调查留言待审看', asks: '看过、没有个人信息的才公布', icon: 'messageSquare' },
} as const satisfies Record<'held' | 'remarks', { words: string; asks: string; icon: IconName }>

/** 常用理由: a tap fills one in. */
export const SURVEY_REASONS = {
  release: ['信号已逐项核对，有合理解释', '抽样回访没有发现问题'],
  withhold: ['抽样回访发现有人代答', '异常答卷较多，无法确认结果真实'],
  hideRemark: ['含有姓名、房号或电话', '针对个人，有不当用语', '与物业管理无关'],
  releasePaper: ['信封户号登记有误，重新登记', '住户要求改用手机作答', '信封内没有问卷或无法辨认'],
} as const satisfies Record<string, readonly string[]>
