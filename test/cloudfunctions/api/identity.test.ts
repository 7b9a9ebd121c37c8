import { openidOf } from '../../../cloudfunctions/api/access/identity'

const nobody = () => ({})
const stale = () => ({ OPENID: 'the-person-before' })

describe('who calls', () => {
  test("the environment of this call comes first, whatever the reused instance still holds of the person before", () => {
    expect(openidOf({ environment: JSON.stringify({ WX_OPENID: 'this-person', TCB_SOURCE: 'wx_client' }) }, stale)).toBe('this-person')
  })

  test.each([
    ['an environment without a person', JSON.stringify({ TCB_SOURCE: 'wx_trigger' })],
    ['an empty openid', JSON.stringify({ WX_OPENID: '' })],
    ['an openid that is a number', JSON.stringify({ WX_OPENID: 7 })],
    ['an openid that is an object', JSON.stringify({ WX_OPENID: { $ne: null } })],
    ['no JSON', 'WX_OPENID=this-person'],
    ['cut off JSON', '{"WX_OPENID":"this-pers'],
    ['JSON that is null', 'null'],
    ['JSON that is a text', '"this-person"'],
    ['JSON that is a list', '["this-person"]'],
    ['nothing at all', ''],
    ['an object instead of text', { WX_OPENID: 'this-person' }],
    ['null', null],
    ['a number', 5],
  ])('%s means nobody, and the person before is not taken instead', (_, environment) => {
    expect(openidOf({ environment }, stale)).toBeNull()
  })

  test.each([
    ['no context', undefined],
    ['a context of an old runtime', {}],
  ])('%s: only then the SDK is asked', (_, context) => {
    expect(openidOf(context, stale)).toBe('the-person-before')
    expect(openidOf(context, nobody)).toBeNull()
    expect(openidOf(context, () => ({ OPENID: '' }))).toBeNull()
    expect(openidOf(context, () => ({ OPENID: 12345 }))).toBeNull()
  })

  test('with an environment the SDK is not even asked', () => {
    const asked = jest.fn(stale)
    openidOf({ environment: '{}' }, asked)
    expect(asked).not.toHaveBeenCalled()
  })
})
