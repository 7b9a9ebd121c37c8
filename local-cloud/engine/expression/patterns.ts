import type { Value } from '../document'
import { badValue } from '../query/badValue'
import { boundedRegExp, type BoundedRegExp } from '../regex/bounded'
import { takesFields, type Operator, type Operators, type Site } from './operator'
import { isNullish, isString, typeName } from './values'

type Match = { readonly match: string; readonly idx: number; readonly captures: (string | null)[] }
type Search = (pattern: BoundedRegExp | null, input: string) => Value

function sourceOf(name: string, regex: Value, options: Value): readonly [source: string, options: string] | null {
  if (isNullish(regex)) return null
  if (!isString(regex) && !(regex instanceof RegExp)) throw badValue(`${name} needs 'regex' to be of type string or regex`)
  if (!isNullish(options) && !isString(options)) throw badValue(`${name} needs 'options' to be of type string`)
  if (regex instanceof RegExp && regex.flags && options) throw badValue(`${name}: found regex option(s) specified in both 'regex' and 'option' fields`)
  if (isString(options) && /[^imsx]/.test(options)) throw badValue(`${name} invalid flag in regex options: ${options}`)
  return isString(regex) ? [regex, options ?? ''] : [regex.source, options || regex.flags]
}

/** The pattern may come out of each document; the same one is compiled once. All of a pipeline share one bound on their time. */
const searching = (search: Search): Operator => (site: Site) => {
  let last: { readonly key: string; readonly pattern: BoundedRegExp } | undefined
  const patternOf = ([source, options]: readonly [string, string]): BoundedRegExp => {
    const key = `${options}/${source}`
    if (last?.key !== key) last = { key, pattern: boundedRegExp(source, options, site.scope.pipeline.patterns) }
    return last.pattern
  }
  return takesFields({ required: ['input', 'regex'], optional: ['options'] }, ({ input, regex, options }) => {
    const source = sourceOf(site.name, regex, options)
    if (!isNullish(input) && !isString(input)) throw badValue(`${site.name} needs 'input' to be of type string, found: ${typeName(input)}`)
    return search(source && !isNullish(input) ? patternOf(source) : null, input ?? '')
  })(site)
}

/** Places are counted in characters; an empty match would be found again and again, so the search goes on after it. */
function* matches(pattern: BoundedRegExp, input: string): Generator<Match> {
  for (let from = 0; from <= input.length; ) {
    const found = pattern.exec(input, from)
    if (!found) return
    const [match, ...captures] = found
    yield { match, idx: [...input.slice(0, found.index)].length, captures: captures.map((each: string | undefined) => each ?? null) }
    from = found.index + (match.length || ((input.codePointAt(found.index) ?? 0) > 0xffff ? 2 : 1))
  }
}

export const PATTERNS: Operators = {
  $regexMatch: searching((pattern, input) => pattern?.test(input) ?? false),
  $regexFind: searching((pattern, input) => (pattern && matches(pattern, input).next().value) ?? null),
  $regexFindAll: searching((pattern, input) => (pattern ? [...matches(pattern, input)] : [])),
}
