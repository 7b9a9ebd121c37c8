import type { CaseEvent } from '../../../domain/case/events'
import type { CaseStateName } from '../../../domain/case/transitions'
import { dispatched, happens, reported } from '../support'

const answered: CaseEvent[] = [...dispatched(), happens('answered', '2026-04-13 10:30')]
const verified: CaseEvent[] = [...answered, happens('verified', '2026-04-13 14:00')]

/** For every state one ordinary way in which a case comes there. */
export const STORIES: Readonly<Record<CaseStateName, readonly CaseEvent[]>> = {
  submitted: [happens('submitted', '2026-04-13 08:40')],
  withdrawn: [happens('submitted', '2026-04-13 08:40'), happens('withdrawn', '2026-04-13 08:45')],
  refused: [happens('submitted', '2026-04-13 08:40'), happens('refused', '2026-04-13 08:45')],
  filed: reported(),
  dispatched: dispatched(),
  returned: [...dispatched(), happens('returned', '2026-04-13 10:00')],
  suspended: [...dispatched(), happens('suspended', '2026-04-13 10:00')],
  answered,
  verified,
  rework: [...answered, happens('verificationFailed', '2026-04-13 14:00')],
  reopened: [...answered, happens('reportedUnfixed', '2026-04-13 14:00')],
  closed: [...verified, happens('closed', '2026-04-13 15:00')],
}
