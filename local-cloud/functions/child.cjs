// The inside of a function process: loads the bundle as the platform does and runs one invocation at a time.
// Plain JavaScript, because nothing is to be compiled when a process starts.
const { format } = require('node:util')
const { watchMemory } = require('./memory.cjs')

const RESULT_BYTES_MAX = 6 * 1024 * 1024
const [, , bundle, memoryMegabytes] = process.argv

const RealDate = Date
/** So much later a message may arrive; beyond it the cloud runs under another date (`faketime`), which is not handed on with its environment. */
const ON_THE_WAY_MS = 60_000
let clock = { offset: 0 }
let astray = 0
const now = () => ('frozenAt' in clock ? clock.frozenAt : RealDate.now() + astray + clock.offset)

// A proxy and not a subclass: dates made by Node itself stay `instanceof Date`.
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
})
RealDate.prototype.constructor = globalThis.Date

let current = null
for (const level of ['log', 'info', 'warn', 'error', 'debug']) {
  console[level] = (...args) => process.send({ type: 'log', id: current, level, text: format(...args) })
}

process.on('disconnect', () => process.exit(0))

const memory = watchMemory(Number(memoryMegabytes))
memory.begin()
const { main } = require(bundle)
memory.end()
let lastKeys = []

process.on('message', async ({ id, event, environment, context, reading, machineNow, keepOldKeys }) => {
  memory.begin()
  current = id
  clock = reading
  const ahead = machineNow - RealDate.now()
  astray = Math.abs(ahead) > ON_THE_WAY_MS ? ahead : 0
  // The platform never deletes the keys of the invocation before; we do, unless a test asks for its bad manners.
  if (!keepOldKeys) for (const key of lastKeys) delete process.env[key]
  lastKeys = Object.keys(environment)
  Object.assign(process.env, environment, keepOldKeys && { WX_CONTEXT_KEYS: allContextKeys(process.env.WX_CONTEXT_KEYS, environment.WX_CONTEXT_KEYS) })
  const reply = await run(event, context)
  process.send({ type: 'result', id, ...reply, memoryMb: memory.end() })
})

/** The list of keys is left over as well: the SDK shows the person before to whoever has none. */
const allContextKeys = (...lists) => [...new Set(lists.flatMap((list) => list?.split(',') ?? []))].join(',')

async function run(event, context) {
  try {
    if (typeof main !== 'function') throw new Error('exports.main is not a function')
    const result = JSON.stringify(await main(JSON.parse(event), context)) ?? 'null'
    if (Buffer.byteLength(result) > RESULT_BYTES_MAX) return { ok: false, message: '结果超过 6 MB (The size of response exceeds the upper limit (6MB))' }
    return { ok: true, result }
  } catch (error) {
    const isError = error instanceof Error
    return { ok: false, message: isError ? `${error.name}: ${error.message}` : format(error), stack: isError ? error.stack : undefined }
  }
}
