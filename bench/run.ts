import { benchEngine } from './engine'
import { benchMorning } from './morning'
import { BadOptions, parseOptions, type Options } from './options'
import { benchSurvey } from './survey'
import { table } from './table'
import { benchTime, timeLine } from './time'

/** What was measured is printed all the same. */
class Failed extends Error {}

const say = (line: string) => console.error(line)

/** `npm run bench -- [name…] [--large] [--delay MS] [--size N]`: ratios against a peer measured in the same run; absolute times mean nothing on a shared machine. */
const BENCHES: Readonly<Record<string, (options: Options) => void | Promise<void>>> = {
  time: () => console.log(table(benchTime().map(timeLine))),
  survey: async () => console.log(table(await benchSurvey(say))),
  morning: async (options) => {
    const { text, fault } = await benchMorning(options, say)
    console.log(text)
    if (fault) throw new Failed(fault)
  },
  engine: async ({ large }) => console.log(table(await benchEngine({ large, say }))),
}

async function run(): Promise<void> {
  const options = parseOptions(process.argv.slice(2), Object.keys(BENCHES))
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (options.names.length > 0 && !options.names.includes(name)) continue
    console.log(`\n${name}`)
    await bench(options)
  }
}

run().catch((error: unknown) => {
  console.error(error instanceof BadOptions || error instanceof Failed ? error.message : error)
  process.exit(1)
})
