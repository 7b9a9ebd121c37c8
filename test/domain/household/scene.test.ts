import { codeFrom } from '../../../domain/household/code'
import { codeInLink, codeInScene, sceneOf } from '../../../domain/household/scene'

const CODE = codeFrom('0102030405060708ff')

describe('what a slip carries in its picture', () => {
  test('is read back as a scene and as a plain code', () => expect([codeInScene(sceneOf(CODE)), codeInLink(sceneOf(CODE))]).toEqual([CODE, CODE]))

  test.each([
    ['behind a path', `https://town.example/b/${sceneOf(CODE)}`],
    ['as a parameter', `https://town.example/b?${sceneOf(CODE)}`],
    ['among others', `https://town.example/b?from=slip&${sceneOf(CODE)}&x=1#top`],
    ['percent-encoded, as WeChat hands it over', encodeURIComponent(`https://town.example/b?${sceneOf(CODE)}`)],
    ['encoded twice', encodeURIComponent(`https://town.example/b?h=${encodeURIComponent(CODE)}`)],
  ])('%s it is found', (_, link) => expect(codeInLink(link)).toBe(CODE))

  test.each([['nothing', ''], ['another link', 'https://town.example/b?x=1'], ['an empty code', 'https://town.example/?h='], ['a word that ends alike', 'https://town.example/?path=1'], ['a broken escape', '%E0%A4%A']])('%s holds no code', (_, link) => expect(codeInLink(link)).toBeNull())
})
