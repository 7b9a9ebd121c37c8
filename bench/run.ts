import { benchTime } from './time'

/** `npm run bench [name]`: ratios against a peer measured in the same run; absolute times mean nothing on a shared machine. */
const BENCHES: Readonly<Record<string, () => void>> = {
  time: () => console.table(benchTime()),
}

const asked = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const unknown = asked.filter((name) => !(name in BENCHES))
if (unknown.length > 0) {
  console.error(`no bench ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}`)
  process.exit(1)
}
for (const [name, bench] of Object.entries(BENCHES)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  console.log(`\n${name}`)
  bench()
}
