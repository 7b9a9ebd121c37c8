import type { Actions } from '../../../types/api'

export type ReadSurvey = Actions['readSurvey']['reply']
export type Right = ReadSurvey['survey']['mine'][number]

/** One household in one survey. `onOther`: the person is bound to several, and may turn to another. */
export type BallotProps = { readonly read: ReadSurvey; readonly right: Right; readonly onOther?: () => void }
