import { monthStart } from '../../domain/time/beijing'
import { playerOf } from './player'
import { HARD, PLAIN } from './players'
import { run } from './run'
import { wordsOf } from './acts'
async function main() {
  const [, , seed = '1', days = '30', since = '2026-03', hard] = process.argv
  const t = performance.now()
  const { acts, found, codes } = await run(playerOf({ seed, from: monthStart(since), days: Number(days), temper: hard ? HARD : PLAIN }), { since })
  console.log(performance.now() - t, 'ms', acts.length, 'acts')
  if (process.env.CODES) console.log([...codes].sort().map(([k, v]) => `${k} ${v}`).join('\n'))
  for (const f of found.slice(0,process.env.SHOW ? 1 : 0)) for (const a of acts) if (JSON.stringify(a).includes(f.about!) || a.kind==='edition'||a.kind==='calendar') console.log(wordsOf(a).slice(0,400))
  for (const f of found) console.log(f.day, wordsOf(f.act), f.what, f.about, '\n  expected', f.expected, '\n  got', f.got)
}
main()
