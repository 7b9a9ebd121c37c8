import { benchEngine } from './engine'
import { benchSurvey } from './survey'
import { table } from './table'
import { benchTime, timeLine } from './time'

type Options = { readonly large: boolean }

/** `npm run bench -- [name…] [--large]`: ratios against a peer measured in the same run; absolute times mean nothing on a shared machine. */
const BENCHES: Readonly<Record<string, (options: Options) => void | Promise<void>>> = {
  time: () => console.log(table(benchTime().map(timeLine))),
  survey: async () => console.log(table(await benchSurvey((line) => console.error(line)))),
  engine: async ({ large }) => console.log(table(await benchEngine({ large, say: (line) => console.error(line) }))),
}
const FLAGS = ['--large']

const words = process.argv.slice(2)
const asked = words.filter((word) => !word.startsWith('-'))
const unknown = words.filter((word) => (word.startsWith('-') ? !FLAGS.includes(word) : !Object.hasOwn(BENCHES, word)))
if (unknown.length > 0) {
  console.error(`no bench ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}, and ${FLAGS.join(', ')}`)
  process.exit(1)
}

async function run(): Promise<void> {
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    console.log(`\n${name}`)
    await bench({ large: words.includes('--large') })
  }
}

void run()
