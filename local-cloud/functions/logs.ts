export type LogLine = { readonly at: number; readonly functionName: string; readonly invocation: string; readonly level: string; readonly text: string }
export type Logs = { add(line: LogLine): void; all(): readonly LogLine[] }

const LINES_MAX = 2000

/** The last lines the functions wrote; `print` is given each of them as well. */
export function openLogs(print?: (line: LogLine) => void): Logs {
  let lines: LogLine[] = []
  return {
    add(line) {
      lines.push(line)
      if (lines.length > LINES_MAX * 2) lines = lines.slice(-LINES_MAX)
      print?.(line)
    },
    all: () => lines.slice(-LINES_MAX),
  }
}

export const showLine = ({ at, functionName, invocation, level, text }: LogLine): string =>
  `${new Date(at).toISOString()} ${functionName} ${invocation.slice(0, 8)} ${level} ${text}`
