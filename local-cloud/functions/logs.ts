export type LogLine = { readonly at: number; readonly functionName: string; readonly invocation: string; readonly level: string; readonly text: string }
/** One run of a function. `startedAt` is the cloud's time, `milliseconds` and the peak of memory are real. */
export type InvocationReport = {
  readonly id: string
  readonly functionName: string
  readonly source: string
  readonly openid?: string
  readonly startedAt: number
  readonly milliseconds: number
  readonly ok: boolean
  readonly message?: string
  readonly memoryMb?: number
  readonly databaseCalls: number
  /** What all its queries looked at and gave. */
  readonly documentsExamined: number
  readonly documentsReturned: number
  /** What the `calls` of an event ask for by name: what a function does is its own, so it is only shown. */
  readonly actions?: readonly string[]
}
export type Logs = { add(line: LogLine): void; all(): readonly LogLine[]; report(invocation: InvocationReport): void; invocations(): readonly InvocationReport[] }

const LINES_MAX = 2000
const INVOCATIONS_MAX = 500

/** The last lines the functions wrote, and their last invocations in the order of their ends; `print` is given each line as well. */
export function openLogs(print?: (line: LogLine) => void): Logs {
  const lines = lastOf<LogLine>(LINES_MAX)
  const invocations = lastOf<InvocationReport>(INVOCATIONS_MAX)
  return {
    add(line) {
      lines.add(line)
      print?.(line)
    },
    all: lines.all,
    report: invocations.add,
    invocations: invocations.all,
  }
}

function lastOf<T>(max: number): { add: (item: T) => void; all: () => readonly T[] } {
  let items: T[] = []
  return {
    add(item) {
      items.push(item)
      if (items.length > max * 2) items = items.slice(-max)
    },
    all: () => items.slice(-max),
  }
}

export const showLine = ({ at, functionName, invocation, level, text }: LogLine): string =>
  `${new Date(at).toISOString()} ${functionName} ${invocation.slice(0, 8)} ${level} ${text}`
