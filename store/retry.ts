import { Conflict } from './database'

/** Enough for fifty who all want one document at an ordinary cloud's pace, and well within a function's twenty seconds. */
const ATTEMPTS = 16
const FIRST_WAIT_MS = 10
/** Longer waits leave the document idle while many wait for it. */
const WAIT_MAX_MS = 640

/** The SDK loses the code of a conflict at an operation, so its words are looked at as well. */
const isConflict = (error: unknown): boolean => {
  const { code, errMsg, message } = error as { code?: string; errMsg?: string; message?: string }
  return code === 'DATABASE_TRANSACTION_CONFLICT' || /TransactionConflict|TransientTransaction|WriteConflict/i.test(`${errMsg ?? ''} ${message ?? ''}`)
}

/** Tries again with growing waits, each a random part of its bound, so that those who collided do not collide again. */
export async function retryConflicts<T>(attempt: () => Promise<T>, random: () => number = Math.random): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (!isConflict(error)) throw error
      if (tried === ATTEMPTS) throw new Conflict('the document is written by too many at once', { cause: error })
      await new Promise((resolve) => setTimeout(resolve, random() * Math.min(FIRST_WAIT_MS * 2 ** tried, WAIT_MAX_MS)))
    }
  }
}
