/**
 * 截止时间 from the command line, by the same functions the cloud runs.
 *   npm run -s deadline -- --from 2025-12-31T16:00 --limit 3d [--extension 3d]… [--suspend FROM/TO]… [--json]
 *   npm run -s deadline -- --batch < lines.jsonl
 * A batch line is {"from","limit","suspensions":[{"from","to"}]}; every line in gives one line out, in the same order.
 */
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { builtInEdition } from '../domain/rulebook/builtIn'
import type { HandlingLimit } from '../domain/rulebook/edition'
import { formatIso, parseIso } from '../domain/time/beijing'
import { buildCalendar } from '../domain/time/calendar'
import { deadlineFor, type DeadlineInput, type Suspension } from '../domain/time/deadline'
import { explainDeadline, explanationText, type Explanation } from '../domain/time/explain'
import { builtInCalendarYears } from '../domain/time/holidays'

const calendar = buildCalendar(builtInCalendarYears, builtInEdition.decisions.workingHours)
const FLUSH_CHARACTERS = 65_536

class BadInput extends Error {}

function instantFrom(value: unknown, name: string): number {
  const instant = typeof value === 'string' ? parseIso(value) : undefined
  if (instant === undefined) throw new BadInput(`${name} 不是有效时间，应如 2025-12-31T16:00`)
  return instant
}

function limitFrom(value: unknown, name: string): HandlingLimit {
  const match = typeof value === 'string' ? /^([1-9]\d{0,8})([hd])$/.exec(value) : null
  if (!match) throw new BadInput(`${name} 不是有效时限，应如 2h（工作时）或 3d（工作日）`)
  return { amount: Number(match[1]), unit: match[2] === 'h' ? 'hour' : 'day' }
}

function suspensionFrom(value: unknown): Suspension {
  if (typeof value !== 'object' || value === null) throw new BadInput('suspensions 的每一项应为 {"from","to"}')
  const fields = value as Record<string, unknown>
  const span = { from: instantFrom(fields.from, '暂停的 from'), to: instantFrom(fields.to, '暂停的 to') }
  if (span.from >= span.to) throw new BadInput('暂停的 from 应早于 to')
  return span
}

function listFrom<T>(value: unknown, name: string, item: (value: unknown) => T): readonly T[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw new BadInput(`${name} 应为列表`)
  return value.map(item)
}

/** Only what is named here is read; other fields are ignored. */
function inputFrom(value: unknown): DeadlineInput {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new BadInput('每行应为一个 JSON 对象')
  const fields = value as Record<string, unknown>
  return {
    from: instantFrom(fields.from, 'from'),
    limit: limitFrom(fields.limit, 'limit'),
    extensions: listFrom(fields.extensions, 'extensions', (extension) => limitFrom(extension, 'extensions 的每一项')),
    suspensions: listFrom(fields.suspensions, 'suspensions', suspensionFrom),
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new BadInput('不是有效的 JSON')
  }
}

function answerLine(line: string): string {
  try {
    const result = deadlineFor(calendar, inputFrom(parseJson(line)))
    if (!result.ok) return `{"error":"${result.code}"}`
    return `{"dueAt":"${formatIso(result.dueAt)}","provisional":${result.provisional}}`
  } catch (error) {
    if (error instanceof BadInput) return JSON.stringify({ error: 'BAD_INPUT', message: error.message })
    throw error
  }
}

/** Holds one chunk in and one buffer out, whatever the length of the input. */
async function runBatch(): Promise<void> {
  let [rest, out] = ['', '']
  const flush = async (): Promise<void> => {
    if (out !== '' && !process.stdout.write(out)) await once(process.stdout, 'drain')
    out = ''
  }
  // The reader of a pipe may leave early (`| head`): that ends the work, quietly.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  process.stdin.setEncoding('utf8')
  for await (const chunk of process.stdin) {
    const lines = (rest + String(chunk)).split('\n')
    rest = lines.pop()!
    for (const line of lines) out += `${answerLine(line)}\n`
    if (out.length >= FLUSH_CHARACTERS) await flush()
  }
  if (rest !== '') out += `${answerLine(rest)}\n`
  await flush()
}

/** The explanation with its instants as Beijing times. */
function readable(explanation: Explanation): unknown {
  const instants = new Set(['from', 'to', 'dueAt'])
  const { hours, ...rest } = explanation
  const written = JSON.parse(
    JSON.stringify(rest, (key, value: unknown) => (instants.has(key) && typeof value === 'number' ? formatIso(value) : value)),
  ) as object
  return { ...written, hours }
}

function runOnce(values: { from?: string; limit?: string; extension?: string[]; suspend?: string[]; json?: boolean }): void {
  const suspensions = (values.suspend ?? []).map((text) => ({ from: text.split('/')[0], to: text.split('/')[1] }))
  const input = inputFrom({ from: values.from, limit: values.limit, extensions: values.extension, suspensions })
  const result = explainDeadline(calendar, input, { ruleEdition: builtInEdition.name })
  if (!result.ok) {
    process.exitCode = 1
    if (values.json) console.log(JSON.stringify({ error: result.code, year: result.year }))
    else console.error(`没有${result.year}年的工作日历，无法计算（${result.code}）`)
    return
  }
  const { ok: _, ...explanation } = result
  const dueAt = formatIso(explanation.dueAt)
  const { provisional } = explanation
  if (values.json) console.log(JSON.stringify({ dueAt, provisional, explanation: readable(explanation) }, null, 2))
  else console.log([`${dueAt}${provisional ? '(暂定)' : ''}`, ...explanationText(explanation)].join('\n'))
}

async function main(): Promise<void> {
  const string = { type: 'string' } as const
  const many = { type: 'string', multiple: true } as const
  const flag = { type: 'boolean' } as const
  const options = { from: string, limit: string, extension: many, suspend: many, json: flag, batch: flag }
  let values
  try {
    values = parseArgs({ options }).values
  } catch {
    throw new BadInput('用法:--from 2025-12-31T16:00 --limit 3d [--json],或 --batch')
  }
  if (values.batch) await runBatch()
  else runOnce(values)
}

main().catch((error: unknown) => {
  if (!(error instanceof BadInput)) throw error
  process.exitCode = 1
  if (process.argv.includes('--json')) console.log(JSON.stringify({ error: 'BAD_INPUT', message: error.message }))
  else console.error(error.message)
})
