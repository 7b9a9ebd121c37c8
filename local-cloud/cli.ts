import { parseArgs } from 'node:util'
import { startCloud } from './start'
import { isTimerDelivery, TIMER_DELIVERIES } from './timers'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8787' },
    data: { type: 'string', default: '.data' },
    functions: { type: 'string', default: 'dist/cloudfunctions' },
    h5: { type: 'string' },
    'no-functions': { type: 'boolean', default: false },
    timers: { type: 'string', default: 'once' },
    'no-timers': { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
  },
})

async function main(): Promise<void> {
  const { timers: timerDelivery } = values
  if (!isTimerDelivery(timerDelivery)) throw new Error(`--timers 应为 ${TIMER_DELIVERIES.join(' / ')} (unknown delivery): ${timerDelivery}`)
  const cloud = await startCloud({
    port: Number(values.port),
    dataDir: values.data,
    // An empty name lists no function: the protocol alone is served.
    functionsDir: values['no-functions'] ? `${values.data}/no-functions` : values.functions,
    h5Dir: values.h5,
    timers: !values['no-timers'] && !values['no-functions'],
    timerDelivery,
    warm: true,
    quiet: values.quiet,
  })
  console.log(`ready ${cloud.adminUrl}`)
  let isClosing = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isClosing) return
      isClosing = true
      void cloud.close().then(() => process.exit(0))
    })
  }
}

main().catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
