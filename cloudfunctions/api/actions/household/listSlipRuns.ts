import { reply, type Handler } from '../../context'
import { SLIPS_A_PART } from './printSlips'

const SHOWN_MAX = 20

/** 发码记录: what one has drawn for many, to print it again. */
export const listSlipRuns: Handler<'listSlipRuns'> = async ({ estateId }, { store, townId, personId }) => {
  const runs = await store.find('slipRuns', { where: { by: personId, townId, estateId, householdId: null }, orderBy: [['at', 'desc']], limit: SHOWN_MAX })
  const codes = runs.length === 0 ? [] : await store.findAll('householdCodes', { where: { run: { in: runs.map(({ _id }) => _id) } }, fields: ['run', 'spentAt', 'replacedAt'] })
  return reply({
    runs: runs.flatMap(({ _id, building, at }) => {
      const drawn = codes.filter(({ run }) => run === _id)
      // Another one was quicker everywhere.
      return drawn.length === 0 ? [] : { runId: _id, building, at, drawn: drawn.length, open: drawn.filter(({ spentAt, replacedAt }) => spentAt === null && replacedAt === null).length, parts: Math.ceil(drawn.length / SLIPS_A_PART) }
    }),
  })
}
