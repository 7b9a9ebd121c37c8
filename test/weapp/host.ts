import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { smallJpeg } from '../support/jpeg'
import { patternFault, scriptFaults } from './oldEngine'
import { makeWx, type Answers } from './wx'
import { compileTemplates, drawTree, nameOf, textOf, walk, type Draw, type Node } from './wxml'

type Life = Record<string, any>
type OpenPage = { route: string; life: Life; data: unknown; query: Record<string, string>; shownBytes: number[] }

const SHADOWED = ['window', 'document', 'navigator', 'location', 'localStorage', 'fetch', 'XMLHttpRequest', 'URL', 'URLSearchParams', 'AbortController', 'TextEncoder', 'structuredClone', 'crypto', 'Buffer', 'process', 'global', 'setImmediate', 'performance']

/** One setData crosses from one thread to the other as a text: WeChat stops at 1 MB, and a cheap phone stands still long before. */
const SHOWN_BYTES_MAX = 64 * 1024

/** WeChat's Android engine is built without ICU: no Intl, nothing by language, and the tables of Unicode are empty. */
const WITHOUT_ICU = `(function (patternFault) {
  delete globalThis.Intl
  const plain = (name) => function () { return String.prototype[name].call(this) }
  String.prototype.normalize = function () { return String(this) }
  String.prototype.localeCompare = function (other) { const [a, b] = [String(this), String(other)]; return a < b ? -1 : a > b ? 1 : 0 }
  String.prototype.toLocaleUpperCase = plain('toUpperCase')
  String.prototype.toLocaleLowerCase = plain('toLowerCase')
  for (const type of [Number, Date, Array]) type.prototype.toLocaleString = function () { return String(this) }
  for (const name of ['toLocaleDateString', 'toLocaleTimeString']) Date.prototype[name] = function () { return String(this) }
  const make = (pattern, flags) => {
    const fault = pattern instanceof RegExp ? null : patternFault(String(pattern === undefined ? '' : pattern), String(flags === undefined ? '' : flags))
    if (fault) throw new SyntaxError(fault)
  }
  globalThis.RegExp = new Proxy(RegExp, {
    construct: (type, given, newTarget) => { make(...given); return Reflect.construct(type, given, newTarget) },
    apply: (type, self, given) => { make(...given); return Reflect.apply(type, self, given) },
  })
})`

/**
 * A phone with WeChat on it, as far as JavaScript and templates go: the built app runs with only the names WeChat
 * gives it, on an engine as poor as the poorest, its data is drawn by WeChat's own template compiler, and events go up
 * as they do there. No layout, no CSS.
 */
export class Phone {
  /** What must stay empty: thrown errors, console.error, templates that are not there, more data at once than a phone bears. */
  readonly errors: string[] = []
  readonly answers: Answers = {
    callFunction: () => { throw { errMsg: 'cloud.callFunction:fail no cloud' } },
    uploadFile: ({ cloudPath }) => `cloud://env.bucket/${cloudPath}`,
    showModal: () => true,
    showActionSheet: () => 0,
    chooseMedia: () => ['wxfile://photo.jpg'],
    picture: () => smallJpeg(),
    compressImage: ({ src }) => `${src}.small`,
    getImageInfo: () => ({ width: 4000, height: 3000 }),
    getLocation: () => ({ latitude: 30.25, longitude: 120.15, accuracy: 12 }),
    needsPrivacy: () => false,
    phoneCode: () => null,
    scanCode: () => ({ result: '' }),
    system: () => ({}),
    requestSubscribeMessage: ({ tmplIds }) => Object.fromEntries(tmplIds.map((id) => [id, 'accept'])),
  }
  private readonly root: string
  private readonly context: vm.Context
  private readonly platform: ReturnType<typeof makeWx>
  private readonly modules = new Map<string, { exports: unknown }>()
  private readonly draw: Draw
  private readonly onlyReturnThis: unknown
  private readonly tabs: Set<string>
  private readonly openTabs = new Map<string, OpenPage>()
  private readonly pages: Set<string>
  private registered: Life | undefined
  /** A page's script runs once, however often the page is opened. */
  private readonly definitions = new Map<string, Life>()
  private app: Life = {}
  private stack: OpenPage[] = []

  constructor(dist: string, answers: Partial<Answers> = {}) {
    this.root = path.resolve(dist)
    Object.assign(this.answers, answers)
    const appJson = JSON.parse(readFileSync(path.join(this.root, 'app.json'), 'utf8')) as { pages: string[]; subpackages?: { root: string; pages: string[] }[]; tabBar: { list: { pagePath: string }[] } }
    this.tabs = new Set(appJson.tabBar.list.map(({ pagePath }) => pagePath))
    this.pages = new Set([...appJson.pages, ...(appJson.subpackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))])
    const warn = (...told: unknown[]) => void this.errors.push(told.map(String).join(' '))
    this.context = vm.createContext({ console: { ...console, log: () => undefined, info: () => undefined, warn, error: warn }, setTimeout: unheld(setTimeout), clearTimeout, setInterval: unheld(setInterval), clearInterval }, { codeGeneration: { strings: false, wasm: false } })
    ;(vm.runInContext(WITHOUT_ICU, this.context) as (fault: typeof patternFault) => void)(patternFault)
    const parse = vm.runInContext('(json) => JSON.parse(json)', this.context) as (json: string) => unknown
    this.platform = makeWx(this.answers, {
      navigateTo: ({ url }) => this.open(url as string, 'push'),
      redirectTo: ({ url }) => this.open(url as string, 'replace'),
      reLaunch: ({ url }) => this.open(url as string, 'only'),
      switchTab: ({ url }) => this.open(url as string, 'tab'),
      navigateBack: ({ delta }) => this.back((delta as number | undefined) ?? 1),
    }, parse)
    // WeChat lets exactly this one pass, and Taro asks for it. Not for the templates: they compare with the real Function.
    this.onlyReturnThis = vm.runInContext("new Proxy(Function, { construct: (make, [code]) => code === 'return this' ? () => globalThis : new make(code), apply: (make, _, [code]) => code === 'return this' ? () => globalThis : make(code) })", this.context)
    const templates = vm.runInContext(`(function (window, __wxAppData, console) { var $gwx, __WXML_GLOBAL__ = {}; ${compileTemplates(this.root)}; return $gwx })`, this.context) as (...given: unknown[]) => (file: string) => (data: unknown) => Node
    const gwx = templates({}, {}, { log: warn, warn, error: warn })
    this.draw = (file, data) => gwx(file)(data)
  }

  get calls() { return this.platform.calls }
  /** What WeChat tells the app by itself. */
  async tell(name: 'Error' | 'UnhandledRejection' | 'UpdateReady' | 'WindowResize', told?: unknown) {
    this.platform.tell(name, told)
    await this.settle()
  }
  get unstubbed() { return [...this.platform.unstubbed] }
  get storage() { return this.platform.storage }
  get route() { return this.top.route }
  get depth() { return this.stack.length }
  /** Size of each setData of the page on top, in bytes. */
  get shownBytes() { return this.top.shownBytes }
  private get top(): OpenPage { return this.stack[this.stack.length - 1]! }

  async launch(url = [...this.pages][0]!) {
    this.load('app.js')
    const [route = '', query = ''] = url.split('?')
    const options = { path: route, query: queryOf(query), scene: 1001 }
    this.app.onLaunch?.(options)
    this.app.onShow?.(options)
    await this.open(`/${url}`, this.tabs.has(route) ? 'tab' : 'only')
    return this
  }

  tree(): Node {
    return drawTree(this.draw, `./${this.route}.wxml`, this.top.data)
  }
  text = () => textOf(this.tree())

  /** The node with these words (or this name for readers) that is nearest to a tap. */
  find(words: string | RegExp): Node | undefined {
    const fits = (name: string) => (typeof words === 'string' ? name === words : words.test(name))
    const found = [...walk(this.tree())].filter((node) => fits(nameOf(node)))
    return found.filter((node) => listens(node, 'tap')).pop() ?? found.pop()
  }

  /** Waits for it to be there, as a person does. */
  async tap(words: string | RegExp) {
    await this.waitFor(() => this.find(words) !== undefined, undefined, `nothing to tap called ${String(words)}`)
    const node = this.find(words)!
    this.fire(node, 'tap', { x: 0, y: 0 })
    this.pressNative(node)
    await this.settle()
  }

  /** What WeChat does on a tap on a button of its own. */
  private pressNative(node: Node) {
    let button: Node | undefined = node
    while (button && button.tag !== 'wx-button') button = button.parent
    if (!button) return
    if (button.attr.openType === 'agreePrivacyAuthorization') {
      this.answers.needsPrivacy = () => false
      this.fire(button, 'agreeprivacyauthorization', {})
    }
    const code = this.answers.phoneCode()
    if (button.attr.openType === 'getPhoneNumber') this.fire(button, 'getphonenumber', code === null ? { errMsg: 'getPhoneNumber:fail user deny' } : { errMsg: 'getPhoneNumber:ok', code })
  }

  async input(label: string | RegExp, value: string) {
    const fits = (name: unknown) => (typeof label === 'string' ? name === label : label.test(String(name ?? '')))
    const field = () => [...walk(this.tree())].find(({ tag, attr }) => /^wx-(input|textarea)$/.test(tag) && (fits(attr.ariaLabel) || fits(attr.placeholder)))
    await this.waitFor(() => field() !== undefined, undefined, `no field called ${String(label)}`)
    const node = field()!
    this.fire(node, 'input', { value, cursor: value.length, keyCode: 0 })
    await this.settle()
  }

  /** What WeChat puts into the card when the person sends the page on; undefined where the page has no such menu. */
  share(): { title?: string; path?: string; imageUrl?: string } | undefined {
    return (this.top.life.onShareAppMessage as ((from: object) => object) | undefined)?.call(this.top.life, this.bridge({ from: 'menu' }))
  }
  /** Size of a file of the package; 0 where it is not there. */
  bytesOf(file: string): number {
    const place = path.join(this.root, file)
    return existsSync(place) ? statSync(place).size : 0
  }

  async pullDown() {
    this.top.life.onPullDownRefresh?.()
    await this.settle()
  }

  /** As a link on the page would: the same page may stand on the stack twice. */
  go = (url: string) => this.open(url, 'push')

  /** The thumb arrives at the end of what is drawn. */
  async reachBottom() {
    this.top.life.onReachBottom?.()
    await this.settle()
  }

  async waitFor(words: string | RegExp | (() => boolean), withinMs = 20_000, inVain = `waited in vain for ${String(words)}`) {
    const there = typeof words === 'function' ? words : () => (typeof words === 'string' ? this.text().includes(words) : words.test(this.text()))
    for (const until = Date.now() + withinMs; !there(); await this.settle(20)) {
      if (Date.now() > until) throw new Error(`${inVain} on ${this.route}: ${this.text()}\n${this.errors.join('\n')}`)
    }
  }

  async back(delta = 1) {
    for (let step = 0; step < delta && this.stack.length > 1; step++) this.stack.pop()!.life.onUnload?.()
    this.top.life.onShow?.()
    await this.settle()
  }

  settle = (ms = 30) => new Promise((resolve) => setTimeout(resolve, ms))

  private async open(url: string, how: 'push' | 'replace' | 'only' | 'tab') {
    const [address = '', query = ''] = url.split('?')
    const route = path.posix.join('/', address.startsWith('/') ? '' : path.posix.dirname(this.stack.length ? this.route : ''), address).slice(1)
    if (!this.pages.has(route)) throw { errMsg: `navigate:fail page "${route}" is not found` }
    if ((how === 'push' || how === 'replace') && this.tabs.has(route)) throw { errMsg: 'navigateTo:fail can not navigateTo a tabbar page' }
    if (how === 'tab' && !this.tabs.has(route)) throw { errMsg: 'switchTab:fail can not switch to no-tabBar page' }
    if (how === 'push' && this.stack.length >= 10) throw { errMsg: 'navigateTo:fail webview count limit exceed' }
    if (this.stack.length && (how === 'push' || this.tabs.has(this.route))) this.top.life.onHide?.()
    if (how !== 'push') {
      const leaving = how === 'replace' ? this.stack.splice(-1) : this.stack.splice(0)
      leaving.reverse().filter((page) => how === 'only' || !this.tabs.has(page.route)).forEach((page) => { page.life.onUnload?.(); this.openTabs.delete(page.route) })
    }
    const kept = how === 'tab' ? this.openTabs.get(route) : undefined
    const page = kept ?? this.newPage(route, queryOf(query))
    this.stack.push(page)
    if (this.tabs.has(route)) this.openTabs.set(route, page)
    if (!kept) page.life.onLoad?.(page.query)
    page.life.onShow?.()
    await this.settle(0)
    if (!kept) page.life.onReady?.()
    await this.settle()
  }

  private newPage(route: string, query: Record<string, string>): OpenPage {
    const definition = this.definitions.get(route) ?? this.define(route)
    const page: OpenPage = { route, query, life: Object.create(definition) as Life, data: this.bridge(definition.data ?? {}), shownBytes: [] }
    Object.assign(page.life, {
      route, __route__: route, options: query, data: page.data,
      setData: (change: Record<string, unknown>, shown?: () => void) => {
        const sent = JSON.stringify(change)
        const bytes = Buffer.byteLength(sent)
        page.shownBytes.push(bytes)
        if (bytes > SHOWN_BYTES_MAX) this.errors.push(`${route}: one setData of ${bytes} bytes: ${Object.keys(change).join(', ').slice(0, 200)}`)
        if (/url\(\\?"data:/.test(sent)) this.errors.push(`${route}: a drawn picture in the data, where a class would do`)
        for (const [place, value] of Object.entries(change)) put(page.data as Life, place, value === undefined ? undefined : this.bridge(value))
        if (shown) setTimeout(() => this.guard(shown), 0)
      },
      createSelectorQuery: () => ({ select: () => ({}), exec: () => undefined }), selectComponent: () => null, selectAllComponents: () => [],
    })
    return page
  }

  private define(route: string): Life {
    this.registered = undefined
    this.load(`${route}.js`)
    if (!this.registered) throw new Error(`${route}.js registered no page`)
    this.definitions.set(route, this.registered)
    return this.registered
  }

  private fire(node: Node, type: string, detail: unknown) {
    const target = targetOf(node)
    for (let at: Node | undefined = node; at; at = type === 'tap' ? at.parent : undefined) {
      const handler = listens(at, type)
      if (!handler) continue
      const event = this.bridge({ type, timeStamp: Date.now(), detail, target, currentTarget: targetOf(at), mark: {} })
      this.guard(() => (this.top.life[handler.method] as (event: unknown) => void).call(this.top.life, event))
      if (handler.caught) return
    }
  }

  private guard(work: () => void) {
    try { work() } catch (error) { this.errors.push(error instanceof Error ? (error.stack ?? error.message) : String(error)) }
  }

  /** Data changes realm here, as it does between WeChat's two threads; the templates compare constructors. */
  private bridge<T>(value: T): T {
    return vm.runInContext(`(${JSON.stringify(value)})`, this.context) as T
  }

  private load(file: string): unknown {
    const known = this.modules.get(file)
    if (known) return known.exports
    const module = { exports: {} as unknown }
    this.modules.set(file, module)
    const names = ['require', 'module', 'exports', 'wx', 'App', 'Page', 'Component', 'getApp', 'getCurrentPages', 'Function', ...SHADOWED]
    const source = readFileSync(path.join(this.root, file), 'utf8')
    const [refused] = refusedIn(file, source)
    if (refused) throw new SyntaxError(`${file}: ${refused}`)
    const wrapped = vm.runInContext(`(function (${names.join(',')}) {${source}\n})`, this.context, { filename: file }) as (...given: unknown[]) => void
    const require = (asked: string) => this.load(path.posix.join(path.posix.dirname(file), asked.endsWith('.js') ? asked : `${asked}.js`))
    const register = (definition: Life) => { this.registered = definition }
    wrapped(require, module, module.exports, this.platform.wx, (app: Life) => { this.app = app }, register, () => undefined, () => this.app, () => this.stack.map(({ life }) => life), this.onlyReturnThis)
    return module.exports
  }
}

const looked = new Map<string, readonly string[]>()
/** What the engine refuses of a script, looked for once for all phones. */
function refusedIn(file: string, source: string): readonly string[] {
  const known = looked.get(source) ?? scriptFaults(file, source).refused
  looked.set(source, known)
  return known
}

/** A clock that ticks on a page must not keep the test run alive. */
const unheld = (set: (work: () => void, ms?: number) => NodeJS.Timeout) => (work: () => void, ms?: number) => set(work, ms).unref()

const queryOf = (query: string): Record<string, string> => Object.fromEntries(query.split('&').filter(Boolean).map((pair) => pair.split(/=(.*)/s).slice(0, 2) as [string, string]))

const targetOf = ({ attr }: Node) => ({ id: attr.id ?? '', dataset: Object.fromEntries(Object.entries(attr).filter(([name]) => name.startsWith('data-')).map(([name, value]) => [name.slice(5).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()), value])) })

function listens({ attr }: Node, type: string): { method: string; caught: boolean } | undefined {
  for (const [name, method] of Object.entries(attr)) {
    const bound = /^(bind|catch):?(\w+)$/.exec(name)
    if (bound?.[2] === type && typeof method === 'string' && method) return { method, caught: bound[1] === 'catch' }
  }
  return undefined
}

/** `root.cn.[0].v`, as Taro names the place that changed. */
function put(data: Life, place: string, value: unknown) {
  const steps = place.replace(/\[(\d+)\]/g, '$1').split('.')
  const last = steps.pop()!
  const holder = steps.reduce<Life>((at, step, index) => (at[step] ??= /^\d+$/.test(steps[index + 1] ?? last) ? [] : {}) as Life, data)
  holder[last] = value
}
