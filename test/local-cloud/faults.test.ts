import type { IncomingMessage } from 'node:http'
import type { Invocation } from '../../local-cloud/functions/invocations'
import { openFaults } from '../../local-cloud/faults/openFaults'

let broken: number
let killed: string[]
const request = { socket: { destroy: () => void (broken += 1) } } as unknown as IncomingMessage
const invocationOf = (functionName: string, id = 'i1'): Invocation => ({ id, token: `t-${id}`, functionName, source: 'wx_client', databaseCalls: 0, documentsExamined: 0, documentsReturned: 0, isKilled: false })

beforeEach(() => void ([broken, killed] = [0, []]))
const open = () => {
  const faults = openFaults((invocation) => {
    invocation.isKilled = true
    killed.push(invocation.id)
  })
  /** What a call comes to: its answer, or how it failed; and whether its work was done. */
  const call = async (action: string, rest: { collection?: string; invocation?: Invocation } = {}, work: () => unknown = () => 'done') => {
    let worked = false
    const answer = await faults
      .around({ request, action, ...rest }, () => {
        worked = true
        return work()
      })
      .catch((error: Error & { code?: string }) => error.code ?? error.message)
    return `${String(answer)}${worked ? '' : ', not applied'}`
  }
  return { faults, call }
}

test('without a fault every call goes its way', async () => {
  const { call } = open()
  expect(await call('database.getDocument')).toBe('done')
})

test.each([
  [{ error: 'before' }, 'SYS_ERR, not applied', 0],
  [{ error: 'after' }, 'SYS_ERR', 0],
  [{ error: 'after', code: 'DATABASE_TRANSACTION_CONFLICT' }, 'DATABASE_TRANSACTION_CONFLICT', 0],
  [{ reset: 'before' }, expect.stringMatching(/broken off\), not applied$/), 1],
  [{ reset: 'after' }, expect.stringMatching(/broken off\)$/), 1],
])('%j', async (effect, outcome, connectionsBroken) => {
  const { faults, call } = open()
  faults.add({ on: { action: 'database.' }, do: effect })
  expect(await call('database.insertDocument')).toEqual(outcome)
  expect(broken).toBe(connectionsBroken)
  expect(await call('database.insertDocument')).toBe('done')
})

test('what fails by itself is not learnt either, where the reply is lost', async () => {
  const { faults, call } = open()
  faults.add({ on: {}, do: { reset: 'after' } })
  expect(await call('database.insertDocument', {}, () => Promise.reject(new Error('duplicate')))).toMatch(/broken off/)
})

test('it strikes what it is for, after those that pass, so often as was said; the list tells', async () => {
  const { faults, call } = open()
  faults.add({ on: { action: 'database.modify', collection: 'cases', functionName: 'api', skip: 1, times: 2 }, do: { error: 'before' } })
  const api = invocationOf('api')
  const outcomes = []
  for (const [action, collection, invocation] of [
    ['database.modifyDocument', 'other', api],
    ['database.getDocument', 'cases', api],
    ['database.modifyDocument', 'cases', invocationOf('clock')],
    ['database.modifyDocument', 'cases', undefined],
    ['database.modifyDocument', 'cases', api],
    ['database.modifyDocument', 'cases', api],
    ['database.modifyAndReturnDoc', 'cases', api],
    ['database.modifyDocument', 'cases', api],
  ] as const)
    outcomes.push(await call(action, { collection, invocation }))
  expect(outcomes).toEqual(['done', 'done', 'done', 'done', 'done', 'SYS_ERR, not applied', 'SYS_ERR, not applied', 'done'])
  expect(faults.list()).toEqual([{ id: 1, on: { action: 'database.modify', collection: 'cases', functionName: 'api', skip: 1, times: 2 }, do: { error: 'before' }, struck: 2 }])
  faults.clear()
  expect(faults.list()).toEqual([])
})

test('delays add up, and the first that ends a call is the only one that does', async () => {
  const { faults, call } = open()
  for (const effect of [{ delay: 30 }, { delay: 30 }, { error: 'before', code: 'FIRST' }, { error: 'before', code: 'SECOND' }]) faults.add({ on: {}, do: effect })
  const begun = performance.now()
  expect(await call('storage.upload')).toBe('FIRST, not applied')
  expect(performance.now() - begun).toBeGreaterThan(55)
  expect(await call('storage.upload')).toBe('SECOND, not applied')
  expect(faults.list().map(({ struck }) => struck)).toEqual([1, 1, 1, 1])
})

test('a function is killed at its n-th call, counted for each invocation; what it still had on the way is not done', async () => {
  const { faults, call } = open()
  faults.add({ on: { action: 'database.' }, do: { killFunction: 'after', atCall: 2 } })
  const [one, other] = [invocationOf('api', 'one'), invocationOf('api', 'other')]
  expect(await call('database.getDocument', { invocation: one })).toBe('done')
  expect(await call('openapi.security.msgSecCheck', { invocation: one })).toBe('done')
  expect(await call('database.getDocument', { invocation: other })).toBe('done')
  expect(await call('database.getDocument', { invocation: one })).toMatch(/broken off\)$/)
  expect(killed).toEqual(['one'])
  expect(await call('database.getDocument', { invocation: one })).toMatch(/broken off\), not applied$/)
  expect(await call('database.getDocument', { invocation: other })).toBe('done')
  expect(killed).toEqual(['one'])
})

test('killed before: not applied; a program that is no function cannot be killed', async () => {
  const { faults, call } = open()
  faults.add({ on: {}, do: { killFunction: 'before' } })
  expect(await call('database.getDocument')).toBe('done')
  expect(await call('database.getDocument', { invocation: invocationOf('api') })).toMatch(/not applied$/)
})

test.each([
  [null, /故障 应为对象/],
  [{ on: {} }, /do 应为对象/],
  [{ on: 'database.', do: { delay: 1 } }, /on 应为对象/],
  [{ on: {}, do: {} }, /恰有其一: delay \/ error \/ reset \/ killFunction/],
  [{ on: {}, do: { delay: 1, error: 'before' } }, /恰有其一/],
  [{ on: {}, do: { delay: -1 } }, /do\.delay 应为.*-1/],
  [{ on: {}, do: { delay: 3_600_000 } }, /do\.delay/],
  [{ on: {}, do: { error: true } }, /do\.error 应为'before' 或 'after'/],
  [{ on: {}, do: { error: 'before', wrapped: 'yes' } }, /do\.wrapped 应为true 或 false/],
  [{ on: {}, do: { reset: 'later' } }, /do\.reset/],
  [{ on: {}, do: { reset: 'after', code: 'X' } }, /do\.code/],
  [{ on: {}, do: { killFunction: 'after', atCall: 0 } }, /do\.atCall/],
  [{ on: { action: 'modifyDocument' }, do: { delay: 1 } }, /on\.action 应为以 database\./],
  [{ on: { colection: 'cases' }, do: { delay: 1 } }, /on\.colection/],
  [{ on: { skip: 1.5 }, do: { delay: 1 } }, /on\.skip/],
  [{ on: { times: 0 }, do: { delay: 1 } }, /on\.times/],
  [{ on: {}, do: { delay: 1 }, times: 3 }, /不认识字段 times/],
])('%j is refused', (description, message) => {
  const { faults } = open()
  expect(() => faults.add(description)).toThrow(expect.objectContaining({ code: 'INVALID_PARAM', message: expect.stringMatching(message) }))
  expect(faults.list()).toEqual([])
})
