import type { Edition } from '../../../domain/rulebook/edition'
import type { Actions } from '../../../types/api'

export type FormProps = { edition: Edition; estates: readonly Pick<Actions['whoAmI']['reply']['estates'][number], 'id' | 'name'>[] }
