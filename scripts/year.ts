import { rmSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { startCloud } from '../local-cloud/start'
import { playYear } from './year/play'
import type { YearResult } from './year/result'

const { values } = parseArgs({
  options: { data: { type: 'string', default: '.data/year' }, seed: { type: 'string', default: '2026' }, months: { type: 'string', default: '12' }, json: { type: 'string' }, functions: { type: 'string' }, fresh: { type: 'boolean', default: false } },
})
const YEAR = 2026
const points = (centipoints: number): string => (centipoints / 100).toFixed(2).padStart(7)

function print({ standings, awards, findings, cases, ledger }: YearResult): void {
  console.log('\n名次  综合得分   长效    物业    加分   小区')
  for (const { rank, composite, longTerm, property, bonus, estate } of standings) console.log(`${String(rank).padStart(3)}  ${points(composite)} ${points(longTerm)} ${points(property)} ${points(bonus)}   ${estate}`)
  console.log('\n奖励')
  for (const { estate, tier, amountFen } of awards) console.log(`  ${tier.padEnd(12)} ${(amountFen / 100).toFixed(2).padStart(9)} 元  ${estate}`)
  console.log(`\n案卷 ${cases} 件；${Object.entries(findings).map(([kind, count]) => `${kind} ${count}`).join('，')}`)
  console.log(`计分账 ${ledger.entries} 笔，核验${ledger.sound ? '无误' : '有误'}，链尾 ${ledger.head.slice(0, 16)}`)
}

async function main(): Promise<void> {
  const dataDir = `${values.data}/${values.seed}-${values.months}`
  if (values.fresh) rmSync(dataDir, { recursive: true, force: true })
  const cloud = await startCloud({ dataDir, functionsDir: values.functions, timers: false, quiet: true, warm: true, mediaVerdictsTo: 'api' })
  try {
    const result = await playYear({ cloud, dataDir, year: YEAR, seed: values.seed, months: Number(values.months), onMonth: (month) => process.stdout.write(`${month} `) })
    print(result)
    if (values.json) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`)
  } finally {
    await cloud.close()
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
