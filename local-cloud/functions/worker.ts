import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

export type WorkerRequest = { id: string; event: string; environment: Record<string, string>; context: unknown; reading: unknown; machineNow: number; keepOldKeys: boolean }
export type FailureCode = 'FUNCTIONS_EXECUTE_FAIL' | 'FUNCTIONS_TIME_LIMIT_EXCEEDED' | 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED'
export type WorkerReply = { ok: true; result: string; memoryMb: number } | { ok: false; code: FailureCode; message: string; stack?: string; memoryMb?: number; hasEnded: boolean }
export type WorkerOptions = { file: string; version: number; memoryMegabytes: number; environment: NodeJS.ProcessEnv; onLog: (id: string | null, level: string, text: string) => void }
type FromChild = { type: 'log'; id: string | null; level: string; text: string } | ({ type: 'result'; id: string } & ({ ok: true; result: string; memoryMb: number } | { ok: false; message: string; stack?: string; memoryMb: number }))
type Failure = Extract<WorkerReply, { ok: false }>

/** The pipe on which the process says how much memory it had when it was too much. */
const LAST_WORDS = 4
/** For what still stands in the pipes of a process that has ended; a grandchild may hold them open for ever. */
const DRAIN_MILLISECONDS = 500

/** One function process. It is given one invocation at a time: `process.env` carries who is calling. */
export class Worker {
  private readonly child: ChildProcess
  private running: { id: string; finish: (reply: WorkerReply) => void } | null = null
  private lastError = ''
  /** Why it was ended by us, or by its own watch. */
  private endedFor: Failure | null = null
  readonly exited: Promise<void>
  readonly version: number
  alive = true

  constructor({ file, version, memoryMegabytes, environment, onLog }: WorkerOptions) {
    this.version = version
    this.child = fork(path.join(__dirname, 'child.cjs'), [file, String(memoryMegabytes)], { env: environment, execArgv: [`--max-old-space-size=${memoryMegabytes}`], stdio: ['ignore', 'pipe', 'pipe', 'ipc', 'pipe'] })
    const exceeded = (memoryMb?: number) => (this.endedFor ??= { ok: false, code: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED', message: `Task memory exceeded ${memoryMegabytes} MB`, memoryMb, hasEnded: true })
    for (const level of ['stdout', 'stderr'] as const) {
      createInterface({ input: this.child[level]! }).on('line', (text) => {
        if (level === 'stderr' && /^\[?\w*(Error|Rejection)\b/.test(text)) this.lastError = text
        if (level === 'stderr' && /^FATAL ERROR: .*heap out of memory/.test(text)) exceeded()
        onLog(this.running?.id ?? null, level, text)
      })
    }
    ;(this.child.stdio[LAST_WORDS] as Readable).on('data', (megabytes: Buffer) => exceeded(Number(megabytes)))
    this.child.on('message', (message: FromChild) => {
      if (message.type === 'log') onLog(message.id, message.level, message.text)
      else if (message.id === this.running?.id && !this.endedFor) this.finish(message.ok ? message : { ...message, code: 'FUNCTIONS_EXECUTE_FAIL', hasEnded: false })
    })
    this.exited = new Promise((resolve) => {
      const gone = (how: string) => {
        this.alive = false
        this.finish(this.endedFor ?? { ok: false, code: 'FUNCTIONS_EXECUTE_FAIL', message: `函数进程意外退出 (the function's process ended: ${how}) ${this.lastError}`.trim(), hasEnded: true })
        resolve()
      }
      // `close`, not `exit`: by then its last words on stderr have been read.
      this.child.on('close', (code, signal) => gone(signal ?? `code ${code}`))
      this.child.on('exit', (code, signal) => {
        this.alive = false
        setTimeout(gone, DRAIN_MILLISECONDS, signal ?? `code ${code}`).unref()
      })
      this.child.on('error', (error) => gone(error.message))
    })
  }

  run(request: WorkerRequest, timeoutMilliseconds: number): Promise<WorkerReply> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.endedFor ??= { ok: false, code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED', message: `Invoking task timed out after ${timeoutMilliseconds / 1000} seconds`, hasEnded: true }
        this.kill()
      }, timeoutMilliseconds)
      this.running = {
        id: request.id,
        finish: (reply) => {
          clearTimeout(timer)
          resolve(reply)
        },
      }
      this.child.send(request, (error) => {
        if (error) this.kill()
      })
    })
  }

  kill(): void {
    this.alive = false
    this.child.kill('SIGKILL')
  }

  /** Only when the process has ended is a caller told of a failure that ends it: by then it can do nothing more. */
  private finish(reply: WorkerReply): void {
    const running = this.running
    this.running = null
    running?.finish(reply)
  }
}
