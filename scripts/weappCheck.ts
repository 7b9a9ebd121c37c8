// The gate a built mini-program passes before anyone uploads it: npx tsx scripts/weappCheck.ts (needs `taro build --type weapp`).
// What WeChat's own tools find offline, and what only its servers would refuse. Prints findings; exit code 1 on any.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import vm from 'node:vm'
import * as ci from 'miniprogram-ci'
import { scriptFaults } from '../test/weapp/oldEngine'
import { compileTemplates, compilerOf, filesUnder } from '../test/weapp/wxml'

const DIST = path.resolve(process.argv[2] ?? 'dist/miniprogram')
const MIB = 1024 * 1024
const UPLOADED = /\.(wxml|wxss|wxs|js|json|png|jpg|jpeg|gif|svg|cer|mp3|aac|m4a|mp4|wav|ogg|silk|wasm|br|cur|ico|skel|crt|cert)$/
// Left behind by the build, never uploaded.
const LEFT_OUT = /(\.LICENSE\.txt|\.map|^project\.(private\.)?config\.json)$/
/** Must be declared in requiredPrivateInfos when used. */
const PLACE_APIS = ['chooseAddress', 'chooseLocation', 'choosePoi', 'getFuzzyLocation', 'getLocation', 'onLocationChange', 'startLocationUpdate', 'startLocationUpdateBackground']

type AppJson = {
  pages: string[]
  subpackages?: { root: string; pages: string[] }[]
  tabBar?: { list: { text?: string }[] }
  permission?: Record<string, { desc?: string }>
  requiredPrivateInfos?: string[]
  preloadRule?: Record<string, { packages: string[] }>
  darkmode?: boolean
  themeLocation?: string
}

const findings: string[] = []
const find = (finding: string) => void findings.push(finding)
const read = (file: string) => readFileSync(path.join(DIST, file), 'utf8')
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String((error as { errMsg?: unknown } | undefined)?.errMsg ?? error))

async function attempt(what: string, work: () => unknown) {
  try {
    await work()
  } catch (error) {
    find(`${what}: ${messageOf(error).trim().slice(0, 600)}`)
  }
}

async function checkWithWeChat() {
  // `attr` stands for the one question ci would ask WeChat's server; the key is never used.
  const project = new ci.Project({ appid: 'wx0123456789abcdef', type: 'miniProgram', projectPath: DIST, privateKey: 'offline', ignores: ['node_modules/**/*'], attr: () => Promise.resolve((ci as unknown as { DefaultProjectAttr: unknown }).DefaultProjectAttr) } as never)
  const { log, warn, error } = console
  const hear = (...told: unknown[]) => { if (/Couldn't resolve/i.test(told.join(' '))) find(`analyseCode: ${told.join(' ')}`) }
  Object.assign(console, { log: hear, warn: hear, error: hear })
  // It leaves an empty folder where it is started.
  const home = process.cwd()
  const elsewhere = mkdtempSync(path.join(tmpdir(), 'weapp-check-'))
  process.chdir(elsewhere)
  try {
    await attempt('app.json and pages', () => (ci as any).getCompiledResult({ project, version: '1.0.0', setting: { es6: false, minify: false }, onProgressUpdate() {} }, path.join(elsewhere, 'check.zip')))
    await attempt('analyseCode', () => (ci as any).analyseCode(project))
    await attempt('sitemap.json', () => (ci as any).getSiteMapJSON(project))
  } finally {
    Object.assign(console, { log, warn, error })
    process.chdir(home)
    rmSync(elsewhere, { recursive: true, force: true })
  }
}

async function checkTemplatesAndStyles() {
  await attempt('wcc', () => compileTemplates(DIST))
  await attempt('wcsc', () => execFileSync(compilerOf('wcsc'), ['-lc', ...filesUnder(DIST, /\.wxss$/).map((file) => `./${file}`)], { cwd: DIST, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 }))
}

function checkScripts(app: AppJson) {
  const roots = (app.subpackages ?? []).map(({ root }) => `${root.replace(/\/$/, '')}/`)
  const known = new Set([...read('base.wxml').matchAll(/name="tmpl_0_([\w-]+)"/g)].map(([, name]) => name))
  for (const file of filesUnder(DIST, /\.js$/)) {
    const source = read(file)
    try {
      new vm.Script(source, { filename: file })
    } catch (error) {
      find(`${file}: ${messageOf(error)}`)
      continue
    }
    const { refused, different } = scriptFaults(file, source)
    for (const fault of refused) find(`${file}: ${fault}`)
    for (const fault of different) find(`${file}: ${fault} does something else without ICU`)
    if (/\beval\(|new Function\((?!["']return this["'])/.test(source)) find(`${file}: makes code from a string`)
    for (const [, tag = ''] of source.matchAll(/jsxs?\)\("([a-z][\w-]*)"/g)) if (!known.has(tag)) find(`${file}: <${tag}> has no template; use a component of @tarojs/components`)
    const home = roots.find((root) => file.startsWith(root))
    for (const [, asked = ''] of source.matchAll(/require\("([^"]+)"\)/g)) {
      const target = path.posix.join(path.posix.dirname(file), asked)
      const other = roots.find((root) => target.startsWith(root))
      if (other && other !== home) find(`${file}: requires ${target} of another subpackage`)
    }
    if (!/^(taro|vendors)\.js$/.test(file)) for (const api of PLACE_APIS) if (new RegExp(`\\.${api}\\(`).test(source) && !app.requiredPrivateInfos?.includes(api)) find(`${file}: ${api} is not in requiredPrivateInfos`)
  }
}

function checkSizes(app: AppJson) {
  const sizes = new Map<string, number>([['main', 0], ...(app.subpackages ?? []).map(({ root }) => [root, 0] as [string, number])])
  for (const file of filesUnder(DIST, /[^/]$/)) {
    const { size } = statSync(path.join(DIST, file))
    if (statSync(path.join(DIST, file)).isDirectory() || LEFT_OUT.test(file)) continue
    if (!UPLOADED.test(file)) find(`${file}: WeChat does not upload this kind of file`)
    const part = [...sizes.keys()].find((root) => file.startsWith(`${root}/`)) ?? 'main'
    sizes.set(part, sizes.get(part)! + size)
  }
  for (const [part, size] of sizes) {
    console.log(`${part.padEnd(12)} ${String(size).padStart(9)} bytes`)
    if (size > 2 * MIB) find(`${part}: ${size} bytes, more than 2 MiB`)
  }
  for (const [page, { packages }] of Object.entries(app.preloadRule ?? {})) if (packages.reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0) > 2 * MIB) find(`${page}: more than 2 MiB fetched beforehand`)
  if ([...sizes.values()].reduce((sum, size) => sum + size, 0) > 20 * MIB) find('more than 20 MiB in all')
}

function checkAppJson(app: AppJson) {
  for (const page of [...app.pages, ...(app.subpackages ?? []).flatMap(({ root, pages }) => pages.map((name) => `${root}/${name}`))])
    for (const extension of ['js', 'wxml', 'json']) if (!existsSync(path.join(DIST, `${page}.${extension}`))) find(`${page}.${extension} is missing`)
  app.tabBar?.list.forEach(({ text }, index) => { if (!text) find(`tab ${index}: no words`) })
  for (const [scope, { desc = '' }] of Object.entries(app.permission ?? {})) if (!desc || desc.length > 30) find(`${scope}: its reason must have 1 to 30 characters`)
  if (!app.darkmode || !app.themeLocation) return
  const theme = JSON.parse(read(app.themeLocation)) as Record<'light' | 'dark', Record<string, string>>
  for (const name of new Set([...read('app.json').matchAll(/"@(\w+)"/g)].map(([, name]) => name!)))
    for (const look of ['light', 'dark'] as const) {
      const value = theme[look][name]
      if (value === undefined) find(`theme.json: @${name} is not in ${look}`)
      else if (/\.(png|jpe?g)$/.test(value) && !(existsSync(path.join(DIST, value)) && statSync(path.join(DIST, value)).size <= 40 * 1024)) find(`theme.json: ${value} is missing or more than 40 KB`)
    }
}

async function check() {
  const app = JSON.parse(read('app.json')) as AppJson
  await checkWithWeChat()
  await checkTemplatesAndStyles()
  checkScripts(app)
  checkAppJson(app)
  checkSizes(app)
  findings.forEach((finding) => console.log(`FOUND ${finding}`))
  console.log(findings.length ? `${findings.length} findings` : 'no findings')
  // ci leaves watchers behind that keep the process alive.
  process.exit(findings.length ? 1 : 0)
}

void check()
