import type { Store } from '../../../../store/store'
import type { ReplyOf } from '../../../../types/api'
import type { UnbookableCaseDocument } from '../../../../types/documents/cases'

/** 不能入账的案卷 of a town, as the clock last found them. */
export const unbookableCases = (store: Store, townId: string): Promise<readonly UnbookableCaseDocument[]> => store.findAll('unbookableCases', { where: { townId } })
export const shownUnbookable = ({ _id: caseId, number, cause, detail, since }: UnbookableCaseDocument): ReplyOf<'readDesk'>['unbookable'][number] => ({ caseId, number, cause, detail, since })
