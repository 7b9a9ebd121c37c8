import { scriptFaults } from '../weapp/oldEngine'

const { raw } = String
const refusedIn = (source: string) => scriptFaults('built.js', source).refused

describe('a built script that an old phone refuses', () => {
  test.each([
    ['letters by the tables of Unicode', raw`var a=/[\p{L}\p{N}]/u;`],
    ['all but those letters', raw`var a=/\P{Lu}/u`],
    ['the same, deep in a function that is never called', raw`function b(){return [{c:()=>/^\p{Script=Han}+$/u.test("")}]}`],
    ['a look behind', '"a".replace(/(?<=b)a/g,"")'],
    ['a look behind that must not be', 'var a=/(?<!b)a/'],
    ['a named group', 'var a=/(?<year>[0-9]{4})/.exec("")'],
    ['a point that is also a line break', 'var a=/a.b/s'],
    ['places of what was found', 'var a=/a/dg'],
    ['sets', 'var a=/[a--b]/v'],
    ['a group with flags of its own', 'var a=/(?i:a)b/'],
    ['a pattern made of a text', raw`new RegExp("\\p{L}","u")`],
    ['one made of two texts', raw`RegExp("(?<"+"=b)a")`],
    ['one made of a text and what is known later', 'new RegExp("^(?<name>"+e+")$","i")'],
    ['one made of a template', 'new RegExp(`(?<!${e})a`)'],
    ['one by its full name', raw`new globalThis.RegExp("\\p{L}","u")`],
    ['flags of a pattern that is known later', 'new RegExp(e,"gs")'],
    ['a chain that may break', 'var a=b?.c'],
    ['a value instead of none', 'var a=b??c'],
    ['a field of a class', 'class A{b=1}'],
    ['a secret of a class', 'class A{m(){return #b in this}}'],
  ])('%s', (_, source) => expect(refusedIn(source)).toHaveLength(1))

  test.each([
    ['sticky and Unicode', raw`var a=/\u{20bb7}/uy`],
    ['ranges', raw`var a=/[\u4e00-\u9fff]|[\ud840-\ud8bf][\udc00-\udfff]/`],
    ['a look ahead', 'var a=/a(?=b)(?!c)/g'],
    ['a backslash before a p', raw`var a=/\\p{2}/`],
    ['a division', 'var s=1,d=2,a=s/d/v'],
    ['the words of a pattern that is none', raw`var a="/\\p{L}/u (?<=b)"`],
    ['a pattern made of what is known later', 'new RegExp("^"+e+"(\\\\/|$)","i")'],
    ['a pattern of nothing', 'new RegExp("")'],
  ])('but takes %s', (_, source) => expect(refusedIn(source)).toEqual([]))
})

describe('a built script that does something else on an old phone', () => {
  test.each([
    ['sorts by a language', 'a.localeCompare(b,"zh-CN")', 'localeCompare()'],
    ['writes figures by a language', '(1e6).toLocaleString()', 'toLocaleString()'],
    ['writes dates by a language', 'new Intl.DateTimeFormat("zh-CN")', 'Intl'],
    ['relies on the tables of Unicode for width', 'a.normalize("NFKC")', 'normalize()'],
  ])('%s', (_, source, fault) => expect(scriptFaults('built.js', source).different).toEqual([fault]))

  test('a function of ours that is called the same is not meant', () => expect(scriptFaults('built.js', 'path.normalize(e);a.Intl=1').different).toEqual([]))
})
