import { refuse } from '../../../../types/api/refusal'
import { reply, type Handler, type Outcome } from '../../context'

/** 审看照片. */
export const decidePhoto: Handler<'decidePhoto'> = ({ photoId, publish, reason }, { store, townId, personId, now }) =>
  store.transaction(async (transaction): Promise<Outcome<'decidePhoto'>> => {
    const check = await transaction.get('photoChecks', photoId)
    if (check?.townId !== townId) return refuse('NOT_FOUND')
    const state = publish ? 'passed' : 'risky'
    if (check.decided?.by !== personId || check.state !== state)
      await transaction.set('photoChecks', { ...check, state, tryAt: null, personId: null, waitsForOffice: false, decided: { by: personId, at: now, reason } })
    return reply({})
  })
