import type { LogLine } from '../functions/logs'

const LINES_SHOWN = 300

/** The newest lines that fit every question asked, newest first; `functions` are all that ever wrote, for the choice. */
export function logLines(lines: readonly LogLine[], asked: URLSearchParams) {
  const { functionName, level, invocation, text } = Object.fromEntries(asked) as Partial<Record<string, string>>
  const words = text?.trim().toLowerCase()
  const fits = (line: LogLine) =>
    (!functionName || line.functionName === functionName) && (!level || line.level === level) && (!invocation || line.invocation === invocation) && (!words || line.text.toLowerCase().includes(words))
  return { lines: lines.filter(fits).slice(-LINES_SHOWN).reverse(), functions: [...new Set(lines.map((line) => line.functionName))].sort() }
}
