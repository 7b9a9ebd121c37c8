import type { ActionName } from '../../../types/api'

const OFFICE_PAGE = '/office/pages/decide/index'
const MANAGER_PAGE = '/manager/pages/answer/index'

const MANAGER: readonly ActionName[] = ['answerCase', 'returnCase', 'requestTime']
const OFFICE: readonly ActionName[] = ['fileCase', 'refuseCase', 'dispatchCase', 'rejectReturn', 'decideRequest', 'reworkCase', 'closeCase', 'verifyCase', 'decideFinding']
/** Possible at any time while a case is under way, so nothing waits for it. */
const AT_ANY_TIME: readonly ActionName[] = ['redirectCase', 'resumeCase', 'proposeFinding']

export type Door = { readonly page: string; readonly words: string; /** Nothing waits: it may be done, it need not. */ readonly quiet: boolean }

/** The one page where staff do what they may on a case now; null for everybody else. */
export function doorOf(allowed: readonly string[]): Door | null {
  const may = (names: readonly ActionName[]) => names.some((name) => allowed.includes(name))
  if (may(OFFICE)) return { page: OFFICE_PAGE, words: '去办理', quiet: false }
  if (may(MANAGER)) return { page: MANAGER_PAGE, words: '去回复', quiet: false }
  if (may(AT_ANY_TIME)) return { page: OFFICE_PAGE, words: '其他处理', quiet: true }
  return null
}
