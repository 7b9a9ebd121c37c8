import { CloudError } from '../errors'
import type { CloudFunction } from './catalogue'
import { Worker, type WorkerOptions, type WorkerReply, type WorkerRequest } from './worker'

type Waiting = { readonly cloudFunction: CloudFunction; readonly id: string; readonly begin: (worker: Worker) => void; readonly refuse: (error: CloudError) => void }
/** `request` is made only when a process is free: the clock may have moved while waiting in line. */
export type Job = { readonly cloudFunction: CloudFunction; readonly id: string; readonly isNested: boolean; readonly timeoutMilliseconds: number; readonly request: () => WorkerRequest }

/** So many of one function at once, as the platform has it. */
const CONCURRENCY_MAX = 20

/**
 * Warm processes of one function; more callers than processes wait in line. A call made by a function never waits: whom it would wait for may be
 * waiting for it. It gets a process of its own, up to the platform's limit.
 */
export class Pool {
  private idle: Worker[] = []
  private readonly busy = new Map<string, Worker>()
  private readonly line: Waiting[] = []
  private version = 0
  private closed = false

  constructor(
    private readonly size: number,
    private readonly options: (cloudFunction: CloudFunction) => WorkerOptions,
  ) {}

  async run({ cloudFunction, id, isNested, timeoutMilliseconds, request }: Job): Promise<WorkerReply> {
    const worker = await (isNested ? this.takeAtOnce(cloudFunction, id) : this.takeInTurn(cloudFunction, id))
    try {
      return await worker.run(request(), timeoutMilliseconds)
    } finally {
      this.busy.delete(id)
      this.release(worker)
      this.serve()
    }
  }

  kill(id: string): void {
    this.busy.get(id)?.kill()
  }

  warm(cloudFunction: CloudFunction): void {
    this.version = cloudFunction.version
    this.idle.push(new Worker(this.options(cloudFunction)))
  }

  async close(): Promise<void> {
    this.closed = true
    for (const { refuse } of this.line.splice(0)) refuse(new CloudError('SYS_ERR', '本地云正在关闭 (the local cloud is closing)'))
    const workers = [...this.idle, ...this.busy.values()]
    for (const worker of workers) worker.kill()
    await Promise.all(workers.map(({ exited }) => exited))
  }

  private takeInTurn(cloudFunction: CloudFunction, id: string): Promise<Worker> {
    return new Promise((begin, refuse) => {
      this.line.push({ cloudFunction, id, begin, refuse })
      this.serve()
    })
  }

  private takeAtOnce(cloudFunction: CloudFunction, id: string): Worker {
    if (this.busy.size >= CONCURRENCY_MAX) throw new CloudError('EXCEED_CONCURRENT_REQUEST_LIMIT', `Resource limit exceed for function [${cloudFunction.name}]: 同时运行已达 ${CONCURRENCY_MAX} 个 (so many run at once)`)
    return this.engage(cloudFunction, id)
  }

  private serve(): void {
    while (!this.closed && this.line.length > 0 && this.busy.size < this.size) {
      const { cloudFunction, id, begin } = this.line.shift()!
      begin(this.engage(cloudFunction, id))
    }
  }

  private engage(cloudFunction: CloudFunction, id: string): Worker {
    this.retireOld(cloudFunction)
    const worker = this.idle.pop() ?? new Worker(this.options(cloudFunction))
    this.busy.set(id, worker)
    return worker
  }

  /** What is old by now, or one too many, goes. */
  private release(worker: Worker): void {
    const isWanted = !this.closed && worker.version === this.version && this.idle.length + this.busy.size < this.size
    if (!isWanted) worker.kill()
    else if (worker.alive) this.idle.push(worker)
  }

  /** A rebuilt bundle takes effect with the next call. */
  private retireOld({ version }: CloudFunction): void {
    if (version === this.version) this.idle = this.idle.filter(({ alive }) => alive)
    else for (const worker of this.idle.splice(0)) worker.kill()
    this.version = version
  }
}
