import { AsyncLocalStorage } from 'node:async_hooks'
import type { Clock } from '../clock'
import { isWasteful, type OnQuery, type Query } from '../engine/queries'
import type { Invocation } from '../functions/invocations'
import type { Logs } from '../functions/logs'

/** Whose action is being done; nobody's for a process that only speaks the protocol. Known still after a wait for a transaction. */
export type CurrentCaller = AsyncLocalStorage<Invocation | undefined>
export const openCurrentCaller = (): CurrentCaller => new AsyncLocalStorage()

/** What a query looked at and gave is added up for its function; a wasteful one is told where the function's own words are: real data will be larger than that of a play. */
export const queryLog =
  (logs: Logs, clock: Clock, caller: CurrentCaller): OnQuery =>
  (query) => {
    const invocation = caller.getStore()
    if (invocation) {
      invocation.documentsExamined += query.examined
      invocation.documentsReturned += query.returned
    }
    if (!isWasteful(query)) return
    const { functionName = '-', id = '-' } = invocation ?? {}
    logs.add({ at: clock.now(), functionName, invocation: id, level: 'warn', text: showQuery(query) })
  }

function showQuery({ collection, operation, paths, examined, returned, index, isBounded }: Query): string {
  const what = isBounded ? '看得太多 (looks at too much)' : '全表扫描 (collection scan)'
  return `${what}: 集合 ${collection} 的 ${operation} 看了 ${examined} 条文档，得到 ${returned} 条；查询字段：${paths.join('、') || '无'}${isBounded ? `；索引：${index}` : ''}。${adviceFor(paths, isBounded)}`
}

function adviceFor(paths: readonly string[], isBounded: boolean): string {
  if (isBounded) return '请换一个连其余字段和排序一起的索引，或从上一页的末尾接着查，不用 skip (a closer index, or no skip)'
  return paths.length > 0 ? '请在 store/indexes.json 里为这些字段声明索引 (declare an index)' : '请加查询条件，或分批读取 (narrow it down)'
}
