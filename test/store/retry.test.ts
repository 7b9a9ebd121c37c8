import { Conflict } from '../../store/database'
import { retryConflicts } from '../../store/retry'

const atOnce = () => 0
const conflict = () => Object.assign(new Error('busy'), { code: 'DATABASE_TRANSACTION_CONFLICT' })

describe('when two write the same document', () => {
  test.each([
    ['by its code', conflict()],
    ['by the words of an operation, which has lost its code', { errCode: -501001, errMsg: 'document.set:fail -501001 resource system error. [ResourceUnavailable.TransactionConflict] Transaction is conflict' }],
    ['by the words of the database', new Error('WriteConflict error: this operation conflicted with another operation.')],
    ['by its label', new Error('command aborted (TransientTransactionError)')],
  ])('the one who came too late is known %s and tries again', async (_, error) => {
    const attempt = jest.fn<Promise<string>, []>().mockRejectedValueOnce(error).mockResolvedValueOnce('done')
    expect(await retryConflicts(attempt, atOnce)).toBe('done')
    expect(attempt).toHaveBeenCalledTimes(2)
  })

  test('the sixteenth try may still succeed; after it, it is given up as a conflict with its cause', async () => {
    const lucky = jest.fn<Promise<string>, []>()
    for (let tried = 1; tried < 16; tried += 1) lucky.mockRejectedValueOnce(conflict())
    lucky.mockResolvedValueOnce('at last')
    expect(await retryConflicts(lucky, atOnce)).toBe('at last')

    const cause = conflict()
    const never = jest.fn<Promise<string>, []>().mockRejectedValue(cause)
    await expect(retryConflicts(never, atOnce)).rejects.toMatchObject({ cause })
    await expect(retryConflicts(never, atOnce)).rejects.toBeInstanceOf(Conflict)
    expect(never).toHaveBeenCalledTimes(32)
  })

  test.each([
    ['any other error', new Error('ECONNRESET')],
    ['a duplicate key', new Error('E11000 duplicate key error')],
    ['a document that is missing', { errCode: -1, errMsg: 'document.get:fail document with _id a does not exist' }],
    ['a conflict that was given up further down', new Conflict('the document is written by too many at once')],
  ])('%s is not tried again', async (_, error) => {
    const attempt = jest.fn<Promise<string>, []>().mockRejectedValue(error)
    await expect(retryConflicts(attempt, atOnce)).rejects.toBe(error)
    expect(attempt).toHaveBeenCalledTimes(1)
  })

  test('each waits a random part of a bound that doubles up to two thirds of a second, so that they do not meet again and the document is not left idle', async () => {
    const waits: number[] = []
    const timer = jest.spyOn(global, 'setTimeout').mockImplementation(((done: () => void, ms: number) => (waits.push(ms), done())) as never)
    const attempt = jest.fn<Promise<string>, []>().mockRejectedValue(conflict())
    await expect(retryConflicts(attempt, () => 0.5)).rejects.toBeInstanceOf(Conflict)
    timer.mockRestore()
    expect(waits).toEqual([10, 20, 40, 80, 160, ...Array<number>(10).fill(320)])
  })
})
