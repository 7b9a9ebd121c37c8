import { unsupported } from '../../errors'
import { badValue } from '../query/badValue'
import type { CostMeter } from './cost'

/** What a part of a pattern becomes, and where the next part begins. */
export type Piece = { readonly text: string; readonly next: number }

const SPACE = '\\t-\\r '
const NOT_SPACE = '\\0-\\x08\\x0e-\\x1f!-\\u{10ffff}'
/** What PCRE's letters mean in JavaScript, within a class. */
const CLASS_ESCAPES: Readonly<Record<string, string>> = { s: SPACE, S: NOT_SPACE, h: '\\t \\xa0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000', v: '\\n-\\r\\x85\\u2028\\u2029', e: '\\x1b', a: '\\x07' }
/** And those that are a place, not a character. */
const PLACES: Readonly<Record<string, string>> = { A: '(?<![^])', z: '(?![^])', Z: '(?=\\n?(?![^]))' }
const SAME_IN_BOTH = 'dDwWbBnrtf'
const CATEGORY = /^\^?(C[cfnos]?|L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?|Any)$/

export function escape(source: string, at: number, inClass: boolean, cost?: CostMeter): Piece {
  const letter = source[at + 1]
  if (letter === undefined) throw badValue('Regular expression is invalid: \\ at end of pattern')
  const next = at + 2
  if (SAME_IN_BOTH.includes(letter) && !(inClass && letter === 'B')) return { text: `\\${letter}`, next }
  const characters = CLASS_ESCAPES[letter]
  if (characters !== undefined) return { text: inClass ? characters : `[${characters}]`, next }
  if (!inClass && PLACES[letter]) return { text: PLACES[letter], next }
  const rest = source.slice(at, at + 80)
  const hex = /^\\x(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]{1,6})\})/.exec(rest)
  if (hex) return { text: `\\u{${hex[1] ?? hex[2]}}`, next: at + hex[0].length }
  const property = /^\\([pP])(?:\{(\^?[\w&]+)\}|([A-Z]))/.exec(rest)
  if (property) return { text: propertyOf(property), next: at + property[0].length }
  const reference = inClass ? null : /^\\(?:[1-9]\d?|k<\w+>)/.exec(rest)?.[0]
  if (reference) {
    cost?.reference()
    return { text: reference, next: at + reference.length }
  }
  if (letter === '0' && !/^\\0\d/.test(rest)) return { text: '\\0', next }
  if (/[A-Za-z0-9]/.test(letter)) throw unsupported('正则写法', `\\${letter}`)
  // Before a sign that needs none a backslash means nothing to PCRE, but is a mistake to JavaScript.
  return { text: (inClass ? /[\\\]^[-]/ : /[\\^$.*+?()[\]{}|/]/).test(letter) ? `\\${letter}` : letter, next }
}

function propertyOf([, letter, long, short]: RegExpExecArray): string {
  const name = (long ?? short!).replace('^', '')
  const isNegated = (letter === 'P') !== (long?.startsWith('^') ?? false)
  return `\\${isNegated ? 'P' : 'p'}{${CATEGORY.test(name) ? name : `Script=${name}`}}`
}

export function characterClass(source: string, at: number): Piece {
  let next = at + 1
  let text = '['
  const take = (piece: string, length: number) => {
    text += piece
    next += length
  }
  if (source[next] === '^') take('^', 1)
  if (source[next] === ']') take('\\]', 1)
  while (next < source.length && source[next] !== ']') {
    if (/^\[[:.=]/.test(source.slice(next, next + 2))) throw unsupported('正则写法', source.slice(next, next + 8))
    if (source[next] !== '\\') {
      take(source[next]!, 1)
      continue
    }
    const isWholeClass = 'dDwWsShvpP'.includes(source[next + 1] ?? ' ')
    const piece = escape(source, next, true)
    take(piece.text, piece.next - next)
    // After a whole class the hyphen can begin no range: a sign like any other.
    if (isWholeClass && source[next] === '-' && source[next + 1] !== ']') take('\\-', 1)
  }
  if (next >= source.length) throw badValue('Regular expression is invalid: missing terminating ] for character class')
  return { text: `${text}]`, next: next + 1 }
}
