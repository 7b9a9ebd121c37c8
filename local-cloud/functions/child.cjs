// The inside of a function process: loads the bundle as the platform does and runs one invocation at a time.
// Plain JavaScript, because nothing is to be compiled when a process starts.
const { format } = require('node:util')

const RealDate = Date
let clock = { offset: 0 }
const now = () => ('frozenAt' in clock ? clock.frozenAt : RealDate.now() + clock.offset)

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

const { main } = require(process.argv[2])
let lastKeys = []

process.on('message', async ({ id, event, environment, context, reading, keepOldKeys }) => {
  current = id
  clock = reading
  // The platform never deletes the keys of the invocation before; we do, unless a test asks for its bad manners.
  if (!keepOldKeys) for (const key of lastKeys) delete process.env[key]
  lastKeys = Object.keys(environment)
  Object.assign(process.env, environment)
  try {
    if (typeof main !== 'function') throw new Error('exports.main is not a function')
    const result = await main(JSON.parse(event), context)
    process.send({ type: 'result', id, ok: true, result: JSON.stringify(result) ?? 'null' })
  } catch (error) {
    const isError = error instanceof Error
    const message = isError ? `${error.name}: ${error.message}` : format(error)
    process.send({ type: 'result', id, ok: false, message, stack: isError ? error.stack : undefined })
  }
})

process.send({ type: 'ready' })
