import Taro from '@tarojs/taro'
import type { NoticeKind } from '../../../types/codes'
import { openCase } from '@/domainViews/openCase'
import type { InboxNotice } from './NoticeRow'

/** Where a message leads that is not about how a case stands. */
const PAGES: Partial<Record<NoticeKind, string>> = { householdJoined: '/pages/me/index', householdEnded: '/pages/me/index', reporterUnmasked: '/resident/pages/seen/index', surveyOpen: '/survey/pages/list/index', surveyLastDays: '/survey/pages/list/index', surveyResult: '/survey/pages/list/index', surveyFollowUp: '/survey/pages/list/index', surveyHeld: '/office/pages/surveys/index' }

export function openNotice({ caseId, kind }: Pick<InboxNotice, 'caseId' | 'kind'>) {
  const page = PAGES[kind]
  if (page) void Taro.navigateTo({ url: page })
  else if (caseId) openCase(caseId)
  else if (kind === 'photoRisky') void Taro.navigateTo({ url: '/office/pages/photos/index' })
}
