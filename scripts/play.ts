import { parseArgs } from 'node:util'
import { play } from '../test/play/play'
import { HARD, PLAIN } from '../test/play/players'
import { asJson, shrink, told } from '../test/play/shrink'

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, days: { type: 'string', default: '30' }, hard: { type: 'boolean', default: false } } })

async function main(): Promise<void> {
  let [acts, differences] = [0, 0]
  for await (const town of play({ seed: values.seed, days: Number(values.days), temper: values.hard ? HARD : PLAIN })) {
    acts += town.acts.length
    differences += town.found.length
    if (town.found.length === 0) continue
    console.log(`town ${town.seed}, from ${town.setting.since} on`)
    for (const found of town.found) console.log(told(found))
    console.log(`the first of them in as few acts as were found, for test/play/kept:\n${asJson({ ...town.setting, acts: await shrink(town.acts, town.found, town.setting) })}`)
  }
  console.log(`played ${values.days} days, ${acts} acts, ${differences} differences`)
  process.exitCode = differences === 0 ? 0 : 1
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
