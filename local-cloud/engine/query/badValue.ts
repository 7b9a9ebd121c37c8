import { CloudError } from '../../errors'

/** A request the database itself refuses, in its own words. */
export const badValue = (message: string): CloudError => new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${message}`)
