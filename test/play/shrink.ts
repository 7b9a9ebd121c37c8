import { wordsOf, type Act } from './acts'
import { listed } from './player'
import { run, type Found, type Setting } from './run'

/** So many acts are played again at most while a play is made smaller. */
const WORK_MAX = 12_000

/**
 * The fewest acts, as far as it is tried, that still show the first difference: those before it, then those about the case it is about, then with a half, a quarter,
 * an eighth … left out.
 */
export async function shrink(acts: readonly Act[], [first]: readonly Found[], setting: Setting): Promise<readonly Act[]> {
  if (first === undefined) return []
  let work = 0
  const shows = async (some: readonly Act[]): Promise<boolean> => {
    work += some.length
    return (await run(listed(some), setting)).found.some(({ what, about }) => what === first.what && about === first.about)
  }
  let left = acts.slice(0, acts.indexOf(first.act) + 1)
  const { about } = first
  if (about !== null) {
    const own = left.filter((act) => act.kind !== 'call' || act.action === 'reportCase' || act.action === 'enterInspection' || JSON.stringify(act.request).includes(about))
    if (await shows(own)) left = own
  }
  for (let size = Math.ceil(left.length / 2); size >= 1 && work < WORK_MAX; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let from = 0; from < left.length && work < WORK_MAX; ) {
      const fewer = [...left.slice(0, from), ...left.slice(from + size)]
      if (await shows(fewer)) left = fewer
      else from += size
    }
  return left
}

/** A play as `kept/` keeps it. */
export type Kept = Setting & { readonly acts: readonly Act[] }
/** One act a line. */
export const asJson = ({ since, acts }: Kept): string => `{ "since": "${since}", "acts": [\n${acts.map((act) => JSON.stringify(act)).join(',\n')}\n] }`
export const told = ({ day, act, what, about, expected, got }: Found): string => [`${day} ${what}${about === null ? '' : ` (${about})`}`, `  after    ${wordsOf(act)}`, ...lines('  expected ', expected), ...lines('  got      ', got)].join('\n')
const lines = (name: string, text: string): readonly string[] => (text === '' ? [`${name}nothing`] : text.split('\n').map((line) => `${name}${line}`))
