import { readFileSync } from 'node:fs'
import { lettersIn, spelled } from '../../../domain/case/pinyin'
import { suggestCategories } from '../../../domain/case/suggest'
import { builtInEdition } from '../../../domain/rulebook/builtIn'
import { PINYIN_TABLE, pinyinTable } from '../../../scripts/pinyinTable'

const codesFor = (text: string) => suggestCategories(text, builtInEdition.categories).map(({ code }) => code)
const countOf = (text: string, word: string) => spelled(lettersIn(text), word).count

it('the table is what the catalogue and the synonyms need today', () => {
  expect(readFileSync(PINYIN_TABLE, 'utf8')).toBe(pinyinTable())
})

it.each([
  ['lajitong', '0206'],
  ['ljt', '0206'],
  ['垃圾tong zang', '0206'],
  ['jinggai', '0104'],
  ['jinggai po le', '0104'],
  ['JING GAI', '0104'],
  ["jing'gai", '0104'],
  ['jingg', '0104'],
  ['ljt man le', '0206'],
  ['x f t d', '0215'],
  ['lou xia la ji tong zang', '0206'],
  ['xftd', '0215'],
  ['xiaofangtongdao', '0215'],
  ['消防td', '0215'],
  ['louxia xiaofangtongdao', '0215'],
  ['xiaofangshuan loushui', '0105'],
  ['ludeng bu liang', '0106'],
  ['zhongcai', '0302'],
  ['laoshu', '0214'],
  ['keng', '0102'],
  ['xgg', '0207'],
  ['lvhuaguanyang', '0301'],
  ['yinjing', '0104'],
  ['yangguangfang', '0401'],
] as const)('“%s” offers %s', (typed, code) => {
  expect(codesFor(typed)).toContain(code)
})

it('letters that name one thing only put it first', () => {
  for (const [typed, code] of [['jinggai', '0104'], ['xftd', '0215'], ['zhongcai', '0302'], ['xgg', '0207'], ['laoshu', '0214']] as const) expect([typed, codesFor(typed)[0]]).toEqual([typed, code])
})

it('letters beside characters add to what the characters say', () => {
  expect(codesFor('6 幢楼下的 jinggai 没了')[0]).toBe('0104')
})

it.each(['hello', 'abc 123', 'wifi', 'app', 'iPhone', 'KTV', 'kfc', 'vip', 'A', 'B 区', 'ok', 'led', 'j', 'lj', 'wo', 'zhe', 'nihao', 'xiexie'])('“%s” offers nothing rather than something wrong', (typed) => {
  expect(codesFor(typed)).toEqual([])
})

it('a word is found in full, by initials, mixed, and while it is still being typed', () => {
  expect([countOf('lajitong', '垃圾桶'), countOf('ljt', '垃圾桶'), countOf('ljtong', '垃圾桶'), countOf('垃圾t', '垃圾桶'), countOf('lajit', '垃圾桶'), countOf('laj', '垃圾桶')]).toEqual([3, 3, 3, 3, 3, 2])
  expect([countOf('垃圾桶', '垃圾桶'), countOf('lj', '垃圾桶'), countOf('tongla', '垃圾桶'), countOf('xljt', '垃圾桶')]).toEqual([0, 0, 0, 0])
})

it('one character is found only where its syllable stands alone', () => {
  expect([countOf('ji', '鸡'), countOf('laji', '鸡'), countOf('有 ji 叫', '鸡')]).toEqual([1, 0, 1])
})
