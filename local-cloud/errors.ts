/** A refusal in the real cloud's own shape: the SDK turns `code` into its errCode (see errorCodes.ts of the SDK). */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** Told to a phone as the older of WeChat's clients tell a failed function. */
    readonly isWrapped = false,
  ) {
    super(message)
  }
}

export const missingCollection = (name: string) =>
  new CloudError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
  )

export const collectionExists = () =>
  new CloudError('DATABASE_COLLECTION_ALREADY_EXIST', '[ResourceUnavailable.ResourceExist] Table exist. Please check your request, but if the problem cannot be solved, contact us.')

export const transactionConflict = () =>
  new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.',
  )

export const transactionGone = () =>
  new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
  )

/** Told apart, because at a commit it means that another one was quicker. */
export class DuplicateKey extends CloudError {}

export const duplicateKey = (collection: string, index: string, key: string) =>
  new DuplicateKey(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation] multiple write errors: [{write errors: [{E11000 duplicate key error collection: ${collection} index: ${index} dup key: ${key}}]}, {<nil>}]`,
  )

export const writeFailed = (message: string) => new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${message}`)

/** What the local cloud does not do is refused by its name, never answered with a pretended success. */
export const unsupported = (kind: string, name: string) =>
  new CloudError('DATABASE_INVALID_OPERRATOR', `本地云不支持${kind} ${name} (the local cloud does not support ${name})`)

export const invalidParameter = (message: string) => new CloudError('INVALID_PARAM', message)

export type Report = (text: string) => void

/** What is not the caller's mistake is told by a number only: the log, not the caller, learns how the cloud looks inside. */
export function asCloudError(error: unknown, requestId: string, report: Report): CloudError {
  if (error instanceof CloudError) return error
  report(`${requestId} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  return new CloudError('SYS_ERR', `本地云内部错误，详情在日志里 ${requestId} (an internal error of the local cloud, the log tells more under this number)`)
}
