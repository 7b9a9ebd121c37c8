import type { Step } from '../../domain/survey/questionnaire'
import type { SurveyStage } from '../../domain/survey/stage'
import type { Ballot } from '../../domain/survey/urn'
import type { RIGHT_STANDINGS } from '../../types/api/surveyParts'
import type { IconName } from '@/components/Icon/icons'
import type { Tone } from '@/components/tone'

/** 五档, and 没接触过 (0): as they are tapped, and as they are counted. */
export const ANSWER = { 5: '非常满意', 4: '满意', 3: '一般', 2: '不满意', 1: '非常不满意', 0: '没接触过' } as const satisfies Record<Step | 0, string>

/** How far a survey is, as everybody reads it. */
export const SURVEY_STAGE = {
  draft: { words: '拟定中', tone: 'neutral', icon: 'pencil' },
  scheduled: { words: '还没有开始', tone: 'neutral', icon: 'calendarDays' },
  open: { words: '正在进行', tone: 'info', icon: 'vote' },
  held: { words: '正在复核', tone: 'warn', icon: 'hourglass' },
  final: { words: '结果已公布', tone: 'good', icon: 'badgeCheck' },
} as const satisfies Record<SurveyStage, { words: string; tone: Tone; icon: IconName }>

/** 作答方式. */
export const MODE = { phone: '手机', door: '上门', paper: '纸质', merged: '其他方式' } as const satisfies Record<Ballot['mode'], string>

/** How a household stands: in the chooser, and where it cannot answer, why and what to do. */
export const RIGHT = {
  open: { words: '可以作答', then: '' },
  answered: { words: '已作答', then: '' },
  paper: { words: '已交纸质问卷', then: '您家已交纸质问卷，不用再答。信封和其他几户的一起拆开，谁也不知道哪一份是您家的；计票以后算一票。' },
  notAsked: { words: '不在调查范围', then: '按调查开始时的名册，这一户不在调查范围（空置、商用或当时还没有登记）。名册有误的，请联系考核办，下次调查会更正。' },
  relative: { words: '请住在这里的家人作答', then: '您是这一户的家人，不住在这里；住在这里的人才能作答。请让家里人用自己的微信绑定，或请考核办上门、送纸质问卷。' },
} as const satisfies Record<(typeof RIGHT_STANDINGS)[number], { words: string; then: string }>
