import type { CloudFunction } from './catalogue'
import { Worker, type WorkerOptions, type WorkerReply, type WorkerRequest } from './worker'

type Waiting = { readonly cloudFunction: CloudFunction; readonly begin: (worker: Worker) => void }

/** Warm processes of one function; more callers than processes wait in line. */
export class Pool {
  private idle: Worker[] = []
  private readonly busy = new Set<Worker>()
  private readonly line: Waiting[] = []
  private version = 0
  private closed = false

  constructor(
    private readonly size: number,
    private readonly options: (cloudFunction: CloudFunction) => WorkerOptions,
  ) {}

  /** `request` is made only when a process is free: the clock may have moved while waiting in line. */
  async run(cloudFunction: CloudFunction, request: () => WorkerRequest, timeout: number): Promise<WorkerReply> {
    const worker = await this.take(cloudFunction)
    try {
      return await worker.run(request(), timeout)
    } finally {
      this.busy.delete(worker)
      if (worker.alive && !this.closed) this.idle.push(worker)
      this.serve()
    }
  }

  warm(cloudFunction: CloudFunction): void {
    this.version = cloudFunction.version
    this.idle.push(new Worker(this.options(cloudFunction)))
  }

  async close(): Promise<void> {
    this.closed = true
    const workers = [...this.idle, ...this.busy]
    for (const worker of workers) worker.kill()
    await Promise.all(workers.map(({ exited }) => exited))
  }

  private take(cloudFunction: CloudFunction): Promise<Worker> {
    return new Promise((begin) => {
      this.line.push({ cloudFunction, begin })
      this.serve()
    })
  }

  private serve(): void {
    while (!this.closed && this.line.length > 0) {
      this.retireOld(this.line[0]!.cloudFunction)
      const worker = this.idle.pop() ?? (this.busy.size < this.size ? new Worker(this.options(this.line[0]!.cloudFunction)) : null)
      if (!worker) return
      this.busy.add(worker)
      this.line.shift()!.begin(worker)
    }
  }

  /** A rebuilt bundle takes effect with the next call. */
  private retireOld({ version }: CloudFunction): void {
    if (version === this.version) this.idle = this.idle.filter(({ alive }) => alive)
    else for (const worker of this.idle.splice(0)) worker.kill()
    this.version = version
  }
}
