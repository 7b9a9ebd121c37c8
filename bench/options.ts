import { parseArgs } from 'node:util'

export type Options = {
  /** Which benches; none named: all. */
  readonly names: readonly string[]
  readonly large: boolean
  /** Milliseconds added to each database call. */
  readonly delay: number
  /** Cases in the town beforehand. */
  readonly size: number
}

/** What was typed cannot be meant: told in a sentence, not as a stack. */
export class BadOptions extends Error {}

/** Each flag is of one bench. */
const FLAGS = {
  large: { of: 'engine', type: 'boolean', default: false, shown: '--large' },
  delay: { of: 'morning', type: 'string', default: '0', shown: '--delay MS' },
  size: { of: 'morning', type: 'string', default: '100', shown: '--size N' },
} as const
const shown = Object.values(FLAGS).map((flag) => flag.shown).join(', ')

/** Whatever is not understood is refused: a bench that ran with another delay than was asked for proves nothing. */
export function parseOptions(words: readonly string[], benches: readonly string[]): Options {
  const { values, positionals: names, tokens } = parsed(words, benches)
  const unknown = names.filter((name) => !benches.includes(name))
  if (unknown.length > 0) throw new BadOptions(`no bench ${unknown.join(', ')}; there are ${benches.join(', ')}, and ${shown}`)
  for (const token of tokens) {
    const of = token.kind === 'option' && FLAGS[token.name].of
    if (of && names.length > 0 && !names.includes(of)) throw new BadOptions(`--${token.name} is for the bench ${of} alone, which was not asked for`)
  }
  return { names, large: values.large, delay: whole('--delay', 'milliseconds', values.delay, 1_000), size: whole('--size', 'cases', values.size, 20_000) }
}

function parsed(words: readonly string[], benches: readonly string[]) {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, tokens: true, options: FLAGS })
  } catch (error) {
    // Node's own words go on to explain what is no use here.
    const [reason] = (error as Error).message.split(/[.\n]/)
    throw new BadOptions(`${reason}; there are the benches ${benches.join(', ')}, and ${shown}`)
  }
}

function whole(flag: string, unit: string, text: string, max: number): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value > max) throw new BadOptions(`${flag}: a whole number of ${unit} from 0 to ${max} was expected, not "${text}"`)
  return value
}
