import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { yearsNamed } from '../domain/time/calendarVersion'
import { dateOf, monthOf } from '../domain/time/beijing'
import { startCloud, type Cloud } from '../local-cloud/start'
import { installTown } from './demo/install'
import { messageTemplates } from './demo/messageTemplates'
import { addWorking, playStory, storyStart } from './demo/story'
import { NEWCOMER, PEOPLE } from './demo/town'

const { values } = parseArgs({ options: { port: { type: 'string', default: '8787' }, data: { type: 'string', default: '.data/demo' }, verbose: { type: 'boolean', default: false } } })

/** A few residents and everybody with a role: a list of thirty is no help. */
function stripPeople() {
  const chosen = PEOPLE.filter(({ openid, grants }) => grants.length > 0 || openid.startsWith('resident-jinxiu') || openid.endsWith('cuihu-1'))
  return [...chosen.filter(({ grants }) => grants.length === 0), NEWCOMER, ...chosen.filter(({ grants }) => grants.length > 0)].map(({ openid, name, role, note }) => ({ openid, name, role, note }))
}

/** `npm start`: the demo town on the embedded database. What is in the data directory stays; a new one begins with two played weeks. */
async function main(): Promise<void> {
  const unfinished = path.join(values.data, 'demo-unfinished')
  const isNew = existsSync(unfinished) || !existsSync(path.join(values.data, 'documents.db'))
  // A first start that was stopped half-way has left half a story: it begins again.
  if (isNew) for (const file of ['documents.db', 'documents.db-wal', 'documents.db-shm', 'clock.json', 'storage']) rmSync(path.join(values.data, file), { recursive: true, force: true })
  if (isNew) {
    mkdirSync(values.data, { recursive: true })
    writeFileSync(unfinished, '')
  }
  const cloud = await startCloud({
    port: Number(values.port), dataDir: values.data, h5Dir: 'dist/h5', timers: true, addWorkingTime: addWorking, quiet: !values.verbose,
    people: stripPeople(), messageTemplates, mediaVerdictsTo: 'api',
  })
  process.on('SIGINT', () => void cloud.close().then(() => process.exit(0)))
  process.on('SIGTERM', () => void cloud.close().then(() => process.exit(0)))
  if (!isNew && isOfAnEarlierVersion(cloud)) {
    await cloud.close()
    throw Object.assign(new Error('the data is of an earlier version'), { code: 'DATA_OF_EARLIER_VERSION' })
  }
  const now = Date.now()
  // Also for data of an earlier version: a collection that is new since then has to be there.
  installTown(cloud, monthOf(storyStart(now)))
  if (isNew) {
    console.log('第一次启动，正在演示镇里过两周……')
    await playStory(cloud, now)
    rmSync(unfinished)
  }
  console.log(`\n邻净已启动: ${cloud.url}\n页面上方的小条可以选择身份、拨动时钟、查看手机收到的消息; ${cloud.url}/_cloud 查看数据库与日志。按 Ctrl+C 停止。\n`)
}

/** Every town names the versions of its calendar since then, and every run those it began under. */
const isOfAnEarlierVersion = ({ engine }: Pick<Cloud, 'engine'>): boolean => engine.find('towns', {}).some(({ calendarVersion }) => yearsNamed(String(calendarVersion)).size === 0)

/** What a person can do something about, in words. */
const HELP: Readonly<Record<string, string>> = {
  EADDRINUSE: `端口 ${values.port} 已被占用。换一个再启动：npm start -- --port 9000\nPort ${values.port} is taken. Start on another: npm start -- --port 9000`,
  CALENDAR_MISSING: `这台电脑的日期是 ${dateOf(Date.now())}，演示镇只有 2024–2098 年的工作日历，算不出时限。请把电脑的日期校准，再启动；拨过时钟的，删除数据目录 ${values.data} 再启动。\nThis machine's date is ${dateOf(Date.now())}; the demo town has working calendars for 2024–2098 only. Set the date right and start again; if the demo's clock was moved, delete ${values.data} first.`,
  DATA_OF_EARLIER_VERSION: `数据目录 ${values.data} 是旧版本留下的，新版本读不了。删除它再启动（会重新演示两周），或换一个目录：npm start -- --data .data/second\nThe data in ${values.data} is of an earlier version. Delete it and start again, or use another: npm start -- --data .data/second`,
  DATA_DIRECTORY_IN_USE: `数据目录 ${values.data} 正被另一个本地云使用。先停止它，或换一个目录：npm start -- --data .data/second\nThe data in ${values.data} is in use by another local cloud. Stop that one, or use another: npm start -- --data .data/second`,
}

main().catch((error: unknown) => {
  console.error(HELP[(error as { code?: string }).code ?? ''] ?? error)
  process.exit(1)
})
