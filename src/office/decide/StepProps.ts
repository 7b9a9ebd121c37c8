import type { Actions } from '../../../types/api'

export type Read = Actions['readCase']['reply']
/** Every step is given the case as it stands and says what was decided; the case is then read again. */
export type StepProps = { read: Read; onDone: (words: string) => void }
