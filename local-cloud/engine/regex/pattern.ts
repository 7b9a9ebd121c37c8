import { unsupported } from '../../errors'
import { badValue } from '../query/badValue'
import { leadingOptions } from './options'
import { openCost, type Cost, type CostMeter } from './cost'
import { characterClass, escape, type Piece } from './escapes'

export type Pattern = { readonly regExp: RegExp; readonly cost: Cost }

/** MongoDB's bound. */
const PATTERN_BYTES_MAX = 32764
const QUANTIFIER = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})/

/**
 * The database's patterns are PCRE's over UTF-8, ours run in JavaScript. What means the same is rewritten so that it does,
 * what JavaScript has no word for is refused by its name; and on the way it is noted how much work a match can be at most.
 */
export function compilePattern(given: string, givenOptions: string): Pattern {
  if (Buffer.byteLength(given) > PATTERN_BYTES_MAX) throw badValue('Regular expression is invalid: regular expression is too large')
  const { source, options } = leadingOptions(given, givenOptions)
  const unknown = /[^ims]/.exec(options)?.[0]
  if (unknown) throw unknown === 'x' ? unsupported('正则选项', unknown) : badValue(`invalid flag in regex options: ${unknown}`)
  const cost = openCost()
  let text = ''
  for (let at = 0; at < source.length; ) {
    const piece = nextPiece(source, at, options, cost)
    text += piece.text
    at = piece.next
  }
  try {
    return { regExp: new RegExp(text, options.includes('i') ? 'iu' : 'u'), cost: cost.total() }
  } catch (error) {
    throw badValue(`Regular expression is invalid: ${(error as Error).message.replace(/^.*: /, '')}: ${source.slice(0, 60)}`)
  }
}

function nextPiece(source: string, at: number, options: string, cost: CostMeter): Piece {
  const one = String.fromCodePoint(source.codePointAt(at)!)
  const quantifier = QUANTIFIER.exec(source.slice(at, at + 16))
  if (quantifier) return quantified(source, at, quantifier, cost)
  switch (one) {
    case '\\':
      cost.atom()
      return escape(source, at, false, cost)
    case '[':
      cost.atom()
      return characterClass(source, at)
    case '(':
      return opened(source, at, cost)
    case ')':
      cost.close()
      return { text: ')', next: at + 1 }
    case '|':
      cost.choice()
      return { text: '|', next: at + 1 }
    case '.':
      cost.atom()
      return { text: options.includes('s') ? '[^]' : '[^\\n]', next: at + 1 }
    case '^':
      return { text: options.includes('m') ? '(?<![^\\n])' : '^', next: at + 1 }
    case '$':
      return { text: options.includes('m') ? '(?![^\\n])' : '(?=\\n?$)', next: at + 1 }
    case '{':
    case '}':
    case ']':
      cost.atom()
      return { text: `\\${one}`, next: at + 1 }
    default:
      cost.atom()
      return { text: one, next: at + one.length }
  }
}

function quantified(source: string, at: number, [whole, sign, least, comma, most]: RegExpExecArray, cost: CostMeter): Piece {
  const next = at + whole.length
  if (source[next] === '+') throw unsupported('正则写法', `${whole}+`)
  const isFixed = sign === undefined && comma === ''
  cost.quantifier(sign === '?' ? 1 : isFixed ? Number(least) : most ? Number(most) : Infinity, isFixed)
  const lazy = source[next] === '?' ? '?' : ''
  return { text: whole + lazy, next: next + lazy.length }
}

function opened(source: string, at: number, cost: CostMeter): Piece {
  cost.open()
  if (source[at + 1] === '*') throw unsupported('正则写法', source.slice(at, at + 8))
  if (source[at + 1] !== '?') return { text: '(', next: at + 1 }
  const known = /^\(\?(?:[:=!]|<[=!]|P?<[A-Za-z_]\w*>)/.exec(source.slice(at, at + 64))?.[0]
  if (!known) throw unsupported('正则写法', source.slice(at, at + 4))
  return { text: known.replace('?P<', '?<'), next: at + known.length }
}
