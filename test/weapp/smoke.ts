// Opens every page of the built app once: npx tsx test/weapp/smoke.ts. No cloud behind it: a page must say so in words.
import { readFileSync } from 'node:fs'
import { Phone } from './host'

const dist = 'dist/miniprogram'
const { pages, subpackages = [] } = JSON.parse(readFileSync(`${dist}/app.json`, 'utf8')) as { pages: string[]; subpackages?: { root: string; pages: string[] }[] }

/** A page that cannot draw what it was answered is not blank: it says so. */
async function nonsense(page: string): Promise<boolean> {
  const phone = await new Phone(dist, { callFunction: () => ({ ok: true, value: { person: {}, estates: 1, cases: 1, households: [{}], pages: 7 }, now: 0 }) }).launch(`${page}?id=x&estateId=x&surveyId=x&householdId=x&period=2026&name=privacy`)
  for (let waited = 0; waited < 20_000 && !phone.text(); waited += 50) await phone.settle(50)
  if (phone.text()) return true
  console.log(`FAIL ${page}: blank where it was answered nonsense`)
  return false
}

async function smoke() {
  let failed = false
  for (const page of [...pages, ...subpackages.flatMap(({ root, pages }) => pages.map((name) => `${root}/${name}`))]) {
    const phone = new Phone(dist)
    await phone.launch(page).catch((error: Error) => phone.errors.push(error.message))
    // Blank from here on: the script itself did not run.
    if (phone.depth === 0) {
      failed = true
      console.log(`FAIL ${page}\n     ${phone.errors.join('\n     ')}`)
      continue
    }
    // What is read is tried twice before a page gives up, and says so.
    for (let waited = 0; waited < 20_000 && !phone.text(); waited += 100) await phone.settle(100)
    const text = phone.text()
    const wrong = [...phone.errors, ...phone.unstubbed.map((name) => `wx.${name} has no answer in the host`), ...(text ? [] : ['drew nothing'])]
    console.log(`${wrong.length ? 'FAIL' : 'ok  '} ${page}: ${text.slice(0, 40)} (${Math.max(0, ...phone.shownBytes)} bytes at most)`)
    wrong.forEach((line) => console.log(`     ${line}`))
    failed ||= wrong.length > 0 || !(await nonsense(page))
  }
  process.exit(failed ? 1 : 0)
}

void smoke()
