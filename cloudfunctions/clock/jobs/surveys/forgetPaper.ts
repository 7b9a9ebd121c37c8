import type { Store } from '../../../../store/store'

/** 逾期纸质问卷: what two people had not read alike by the close is not counted, and not kept beside the households it came from. */
export async function forgetPaper(store: Store, surveyId: string, now: number): Promise<void> {
  const batches = await store.findAll('paperBatches', { where: { surveyId } })
  for (const { _id } of batches.filter(({ state }) => state === 'open'))
    await store.transaction(async (transaction) => {
      const batch = await transaction.get('paperBatches', _id)
      if (batch?.state !== 'open') return
      for (const id of batch.householdIds) {
        const household = await transaction.get('households', id)
        if (household?.paper?.batchId === _id) await transaction.set('households', { ...household, paper: null })
      }
      await transaction.set('paperBatches', { ...batch, state: 'released', keyed: [], released: { by: 'clock', at: now, reason: '截止前没有录完' } })
    })
}
