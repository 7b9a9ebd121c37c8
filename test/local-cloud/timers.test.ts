import type { Cloud } from '../../local-cloud/start'
import { functionsDirectory, quietCloud, removeTemporaryDirectories, WITH_SDK } from './support'

const HEARTBEAT = {
  code: `${WITH_SDK}exports.main = async (event, context) => {
    await db.collection('beats').add({ data: { at: Date.now(), event } })
    return { event, context: cloud.getWXContext(), environment: JSON.parse(context.environment) }
  }`,
  config: { triggers: [{ name: 'heartbeat', type: 'timer', config: '0 * * * * * *' }] },
}
const NOON = Date.parse('2027-03-01T04:00:30Z')

let cloud: Cloud
const start = async (timers: boolean) => {
  cloud = await quietCloud({ functionsDir: functionsDirectory({ clock: HEARTBEAT, quiet: { code: 'exports.main = async () => 1' } }), timers })
  cloud.engine.createCollection('beats')
  cloud.clock.freezeAt(NOON)
  await cloud.settleTimers()
}
const beats = () => cloud.engine.find('beats', { sort: [['at', 1]] })
const forget = () => cloud.engine.remove('beats', { multi: true })

afterEach(async () => {
  await cloud.close()
  removeTemporaryDirectories()
})

test('however far the clock moves, what became due fires once, by the moved clock', async () => {
  await start(true)
  forget()
  cloud.clock.freezeAt(NOON + 10_000)
  await cloud.settleTimers()
  expect(beats()).toEqual([])
  cloud.clock.freezeAt(NOON + 3 * 86_400_000)
  await cloud.settleTimers()
  expect(beats()).toMatchObject([{ at: NOON + 3 * 86_400_000, event: { Type: 'Timer', TriggerName: 'heartbeat', Time: '2027-03-01T04:01:00Z' } }])
  await cloud.settleTimers()
  expect(beats()).toHaveLength(1)
})

test('moving the clock back fires nothing, and going on from there does', async () => {
  await start(true)
  forget()
  cloud.clock.freezeAt(NOON - 86_400_000)
  await cloud.settleTimers()
  expect(beats()).toEqual([])
  cloud.clock.freezeAt(NOON - 86_400_000 + 60_000)
  await cloud.settleTimers()
  expect(beats()).toHaveLength(1)
})

test('without timers nothing fires by itself; fireTimer fires as the platform does', async () => {
  await start(false)
  cloud.clock.freezeAt(NOON + 86_400_000)
  await cloud.settleTimers()
  expect(beats()).toEqual([])
  expect(await cloud.fireTimer('clock')).toMatchObject({
    event: { Type: 'Timer', TriggerName: 'heartbeat', Time: '2027-03-02T04:00:30Z', Message: '' },
    context: { SOURCE: 'wx_trigger', ENV: 'linjing-local' },
    environment: { TRIGGER_SRC: 'timer', TCB_SOURCE: 'wx_trigger' },
  })
  const { context, event } = await cloud.fireTimer<{ context: object; event: object }>('clock')
  expect(context).not.toHaveProperty('OPENID')
  expect(event).not.toHaveProperty('userInfo')
  await expect(cloud.fireTimer('quiet')).rejects.toThrow(/no function of that name has a timer/)
})
