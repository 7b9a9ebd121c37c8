// Writes domain/case/pinyinTable.ts: npm run pinyin. A whole dictionary weighs more than the app, and one that knows the words a resident may look for is enough.
import { writeFileSync } from 'node:fs'
import { customPinyin, pinyin } from 'pinyin-pro'
import { SYNONYMS } from '../domain/case/synonyms'
import { categories } from '../domain/rulebook/annex1'

export const PINYIN_TABLE = 'domain/case/pinyinTable.ts'
const LINE_MAX = 150
// Where the dictionary takes the rarer reading.
customPinyin({ 窨井: 'yìn jǐng', 格栅: 'gé zhà' })

/** The readings of each character as it stands in these words: 行 of 人行道 is xing. `lü` is typed `lv`. */
function readings(): ReadonlyMap<string, string> {
  const bySyllable = new Map<string, Set<string>>()
  const words = [...categories.flatMap(({ name, condition }) => [name, ...condition.split(/[^\u4e00-\u9fff]+/)]), ...Object.values(SYNONYMS).flat()]
  for (const word of words)
    pinyin(word, { toneType: 'none', type: 'array', v: true }).forEach((syllable, at) => {
      if (/^[\u4e00-\u9fff]$/.test(word[at] ?? '')) bySyllable.set(syllable, (bySyllable.get(syllable) ?? new Set()).add(word[at]!))
    })
  return new Map([...bySyllable].sort(([a], [b]) => (a < b ? -1 : 1)).map(([syllable, characters]) => [syllable, [...characters].sort().join('')]))
}

/** The whole file, so that a test can see whether it is up to date. */
export function pinyinTable(): string {
  const lines: string[] = ['']
  for (const [syllable, characters] of readings()) {
    const piece = `${syllable}${characters}`
    const line = lines[lines.length - 1]!
    if (line && line.length + piece.length >= LINE_MAX) lines.push(piece)
    else lines[lines.length - 1] = line ? `${line} ${piece}` : piece
  }
  return `// Written by scripts/pinyinTable.ts (npm run pinyin): the characters of the catalogue and its synonyms under their syllables.\nexport const PINYIN = [\n${lines.map((line) => `  '${line}',`).join('\n')}\n].join(' ')\n`
}

if (require.main === module) writeFileSync(PINYIN_TABLE, pinyinTable())
