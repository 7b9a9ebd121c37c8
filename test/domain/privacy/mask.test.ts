import { maskName, maskRoom } from '../../../domain/privacy/mask'

describe('behind the mask', () => {
  test.each([
    ['李阿姨', '李**'],
    ['王', '王**'],
    ['欧阳小明', '欧**'],
    ['𠮷野', '𠮷**'],
    ['', '**'],
  ])('%s is %s, and its length is not told', (name, masked) => expect(maskName(name)).toBe(masked))

  test('who has told no name needs no mask', () => expect(maskName('居民')).toBe('居民'))
  test('of a room the building is told', () => expect(maskRoom({ building: '3' })).toBe('3 幢 **'))
})
