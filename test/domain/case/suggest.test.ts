import { suggestCategories } from '../../../domain/case/suggest'
import { SYNONYMS } from '../../../domain/case/synonyms'
import { builtInEdition } from '../../../domain/rulebook/builtIn'

const { categories } = builtInEdition
const codesFor = (text: string) => suggestCategories(text, categories).map(({ code }) => code)

it.each([
  ['分类亭旁边垃圾散落一地，有污水', '0201'],
  ['停车场入口的井盖破了一角', '0104'],
  ['楼下消防通道被车堵住了', '0215'],
  ['楼道里堆着旧家具没人清', '0203'],
  ['有人在绿化带种菜', '0302'],
  ['有人在 6 幢后面的绿地停车，草皮压坏了', '0302'],
  ['单元门上贴满小广告', '0207'],
  ['路灯不亮，晚上看不见', '0106'],
  ['顶楼在搭阳光房', '0401'],
  ['隔壁养鸡，天天鸡叫', '0204'],
  ['公共绿化上晒被子', '0208'],
  ['路面有个大坑', '0102'],
  ['花园里有一棵枯树，草也很久没修剪', '0301'],
  ['楼道口灭鼠毒饵站是空的', '0214'],
  ['装修垃圾堆在门口没有袋装', '0205'],
  ['有人烧树叶，很大的烟', '0202'],
  ['垃圾房又臭又脏', '0206'],
  ['消防栓漏水', '0105'],
  ['外墙瓷砖脱落', '0101'],
  ['门口有小贩摆摊卖菜', '0212'],
])('“%s” is first offered %s', (text, code) => {
  expect(codesFor(text)[0]).toBe(code)
})

it('the name of every category finds it', () => {
  for (const { name, code } of categories) expect([name, codesFor(name)[0]]).toEqual([name, code])
})

it('every category has words residents use, and no word stands under a code that does not exist', () => {
  expect(Object.keys(SYNONYMS).sort()).toEqual(categories.map(({ code }) => code).sort())
})

it.each(['', '你好', '谢谢你们', 'abc 123'])('“%s” offers nothing rather than something wrong', (text) => {
  expect(codesFor(text)).toEqual([])
})

it('never offers more than asked for', () => {
  expect(suggestCategories('垃圾 井盖 路灯 种菜 老鼠 小广告', categories, 3)).toHaveLength(3)
})

it('a shared 垃圾 alone does not offer 焚烧垃圾 beside a good guess', () => {
  expect(codesFor('分类亭边上垃圾没人清，流了一地污水')).not.toContain('0202')
})
