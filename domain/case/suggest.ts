import type { Category } from '../rulebook/edition'
import { lettersIn, spelled } from './pinyin'
import { SYNONYMS } from './synonyms'

/** A synonym is what a person says; a pair of characters shared with the catalogue is a hint, and so are letters that were cut short. */
const WEIGHTS = { synonymPerCharacter: 4, nameInFull: 12, namePair: 3, conditionPair: 1, spelledPerCharacter: 4, shortPerCharacter: 3, conditionSpelledPerCharacter: 1 } as const
/** One shared pair of the condition alone is chance; and beside a good guess a poor one only confuses. */
const SCORE_MIN = 3
const SHARE_OF_BEST_MIN = 0.3

const HAN_PAIR = /^[\u4e00-\u9fff]{2}$/
const NO_HAN = /[^\u4e00-\u9fff]+/
type Said = { readonly text: string; readonly pairs: ReadonlySet<string>; readonly typed: string }
function pairsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (let at = 0; at + 2 <= text.length; at += 1) {
    const pair = text.slice(at, at + 2)
    if (HAN_PAIR.test(pair)) pairs.add(pair)
  }
  return pairs
}
const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].filter((pair) => b.has(pair)).length

/** One word is enough: letters cut short fit several that begin alike. */
function spelledScore(typed: string, { code, name, condition }: Category): number {
  if (typed === '') return 0
  const best = (words: readonly string[], full: number, cut: number): number => Math.max(0, ...words.map((word) => spelled(typed, word)).map(({ count, short }) => count * (short ? cut : full)))
  const inCondition = best(condition.split(NO_HAN), WEIGHTS.conditionSpelledPerCharacter, WEIGHTS.conditionSpelledPerCharacter)
  return best([name, ...(SYNONYMS[code] ?? [])], WEIGHTS.spelledPerCharacter, WEIGHTS.shortPerCharacter) + inCondition
}

function scoreOf({ text, pairs, typed }: Said, category: Category): number {
  const { code, name, condition } = category
  const said = (SYNONYMS[code] ?? []).filter((word) => text.includes(word))
  // 烧树叶 also contains 烧: only the longest words count, each once.
  const words = said.filter((word) => !said.some((other) => other !== word && other.includes(word)))
  return (
    words.reduce((sum, word) => sum + word.length * WEIGHTS.synonymPerCharacter, 0) +
    (text.includes(name) ? WEIGHTS.nameInFull : 0) +
    shared(pairs, pairsOf(name)) * WEIGHTS.namePair +
    shared(pairs, pairsOf(condition)) * WEIGHTS.conditionPair +
    spelledScore(typed, category)
  )
}

/**
 * 猜您要报的是: the likely categories (小类) for what a person has typed, in characters or in pinyin, most likely first; none where nothing fits. An offer, never a decision:
 * the office classifies when it files.
 */
export function suggestCategories(text: string, categories: readonly Category[], countMax = 4): readonly Category[] {
  const said: Said = { text, pairs: pairsOf(text), typed: lettersIn(text) }
  const scored = categories.map((category, order) => ({ category, order, score: scoreOf(said, category) }))
  const least = Math.max(SCORE_MIN, SHARE_OF_BEST_MIN * Math.max(0, ...scored.map(({ score }) => score)))
  return scored
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .slice(0, countMax)
    .map(({ category }) => category)
}
