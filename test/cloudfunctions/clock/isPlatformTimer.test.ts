import { isPlatformTimer } from '../../../cloudfunctions/clock/isPlatformTimer'

const TIMER = { Type: 'Timer', TriggerName: 'heartbeat', Time: '2026-11-02T01:00:00Z' }
const inside = (marks: object) => ({ environment: JSON.stringify(marks) })
const nothing = () => ({})
const staleTimer = () => ({ SOURCE: 'wx_trigger' })
const stalePerson = () => ({ SOURCE: 'wx_client', OPENID: 'the-person-before' })

describe('what wakes the clock', () => {
  test.each([
    ['by its source', inside({ TCB_SOURCE: 'wx_trigger' }), nothing],
    ['by its trigger', inside({ TRIGGER_SRC: 'timer', TCB_SOURCE: 'wx_trigger' }), nothing],
    ['whatever person the reused instance still holds', inside({ TRIGGER_SRC: 'timer' }), stalePerson],
    ['in an old runtime without an environment', {}, staleTimer],
    ['in an old runtime without any context', undefined, staleTimer],
  ])('the timer of the platform, known %s', (_, context, fromSdk) => expect(isPlatformTimer(TIMER, context, fromSdk)).toBe(true))

  test.each([
    ['a person with the event of a timer', TIMER, inside({ WX_OPENID: 'somebody', TCB_SOURCE: 'wx_client' }), nothing],
    ['a person with the event and, somehow, the source of a timer', TIMER, inside({ WX_OPENID: 'somebody', TCB_SOURCE: 'wx_trigger', TRIGGER_SRC: 'timer' }), nothing],
    ['a call without a person and without the mark', TIMER, inside({ TCB_SOURCE: 'wx_http' }), nothing],
    ['a call whose own environment has no mark, in an instance that served the timer before', TIMER, inside({ TCB_SOURCE: 'wx_client' }), staleTimer],
    ['an empty environment in such an instance', TIMER, inside({}), staleTimer],
    ['an environment that is cut off, in such an instance', TIMER, { environment: '{"TCB_SOURCE":"wx_tri' }, staleTimer],
    ['an environment that is null, in such an instance', TIMER, { environment: null }, staleTimer],
    ['an environment that is no text', TIMER, { environment: { TCB_SOURCE: 'wx_trigger' } }, nothing],
    ['a person in an old runtime', TIMER, undefined, () => ({ SOURCE: 'wx_trigger', OPENID: 'somebody' })],
    ['a chain that began with a person', TIMER, inside({ TCB_SOURCE: 'wx_client,scf' }), nothing],
    ['marks written into the event', { ...TIMER, TCB_SOURCE: 'wx_trigger', TRIGGER_SRC: 'timer' }, inside({ TCB_SOURCE: 'wx_client' }), nothing],
    ['the mark with another event', { Type: 'timer' }, inside({ TCB_SOURCE: 'wx_trigger' }), nothing],
    ['the mark without an event', undefined, inside({ TCB_SOURCE: 'wx_trigger' }), nothing],
    ['the mark with null', null, inside({ TCB_SOURCE: 'wx_trigger' }), nothing],
  ])('not %s', (_, event, context, fromSdk) => expect(isPlatformTimer(event, context, fromSdk)).toBe(false))
})
