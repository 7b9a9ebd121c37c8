import type { Store } from '../../../../store/store'
import type { ReviewedRemark } from '../../../../types/documents/surveys'

/** 封箱: the urn moves, so that what comes too late finds none. Its remarks wait to be read by the office. */
export const sealUrn = (store: Store, id: string): Promise<void> =>
  store.transaction(async (transaction) => {
    const urn = await transaction.get('urns', id)
    if (!urn) return
    await transaction.set('sealedUrns', { ...urn, remarks: urn.remarks.map((remark): ReviewedRemark => ({ ...remark, state: 'waiting', by: null, reason: '' })) })
    await transaction.remove('urns', id)
  })
