import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'

export type WorkerRequest = { id: string; event: string; environment: Record<string, string>; context: unknown; reading: unknown; keepOldKeys: boolean }
export type WorkerReply = { ok: true; result: string } | { ok: false; message: string; stack?: string }
export type WorkerOptions = { file: string; environment: NodeJS.ProcessEnv; onLog: (id: string | null, level: string, text: string) => void }
type FromChild = { type: 'ready' } | { type: 'log'; id: string | null; level: string; text: string } | ({ type: 'result'; id: string } & WorkerReply)

/** One function process. It is given one invocation at a time: `process.env` carries who is calling. */
export class Worker {
  private readonly child: ChildProcess
  private running: { id: string; finish: (reply: WorkerReply) => void } | null = null
  private lastError = ''
  readonly exited: Promise<void>
  alive = true

  constructor({ file, environment, onLog }: WorkerOptions) {
    this.child = fork(path.join(__dirname, 'child.cjs'), [file], { env: environment, execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
    for (const level of ['stdout', 'stderr'] as const) {
      createInterface({ input: this.child[level]! }).on('line', (text) => {
        if (level === 'stderr' && /Error/.test(text)) this.lastError = text
        onLog(this.running?.id ?? null, level, text)
      })
    }
    this.child.on('message', (message: FromChild) => {
      if (message.type === 'log') onLog(message.id, message.level, message.text)
      if (message.type === 'result' && message.id === this.running?.id) this.finish(message)
    })
    this.exited = new Promise((resolve) => {
      const gone = (how: string) => {
        this.alive = false
        this.finish({ ok: false, message: `函数进程意外退出 (the function's process ended: ${how}) ${this.lastError}`.trim() })
        resolve()
      }
      // `close`, not `exit`: by then its last words on stderr have been read.
      this.child.on('close', (code, signal) => gone(signal ?? `code ${code}`))
      this.child.on('error', (error) => gone(error.message))
    })
  }

  run(request: WorkerRequest, timeout: number): Promise<WorkerReply> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.finish({ ok: false, message: `Invoking task timed out after ${timeout / 1000} seconds` })
        this.kill()
      }, timeout)
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

  private finish(reply: WorkerReply): void {
    const running = this.running
    this.running = null
    running?.finish(reply)
  }
}
