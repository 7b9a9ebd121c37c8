import { AsyncLocalStorage } from 'node:async_hooks'
import type { Clock } from '../clock'
import type { OnScan, Scan } from '../engine/scans'
import type { Invocation } from '../functions/invocations'
import type { Logs } from '../functions/logs'

/** Whose action is being done; nobody's for a process that only speaks the protocol. Known still after a wait for a transaction. */
export type CurrentCaller = AsyncLocalStorage<Invocation | undefined>
export const openCurrentCaller = (): CurrentCaller => new AsyncLocalStorage()

/** A scan is told where its function's own words are: real data will be larger than that of a play. */
export const scanLog =
  (logs: Logs, clock: Clock, caller: CurrentCaller): OnScan =>
  (scan) => {
    const { functionName = '-', id = '-' } = caller.getStore() ?? {}
    logs.add({ at: clock.now(), functionName, invocation: id, level: 'warn', text: showScan(scan) })
  }

function showScan({ collection, operation, paths, examined, returned }: Scan): string {
  const advice = paths.length > 0 ? '请在 store/indexes.json 里为这些字段声明索引 (declare an index)' : '请加查询条件，或分批读取 (narrow it down)'
  return `全表扫描 (collection scan): 集合 ${collection} 的 ${operation} 看了 ${examined} 条文档，得到 ${returned} 条；查询字段：${paths.join('、') || '无'}。${advice}`
}
