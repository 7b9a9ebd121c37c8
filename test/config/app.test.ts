import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { memoryMegabytes, readConfig, timeoutMilliseconds } from '../../local-cloud/functions/config'

test.each([['api', 20], ['clock', 55]])('%s says itself how long it may take and how much memory it may use, and the local cloud keeps to it', (name, seconds) => {
  const file = `cloudfunctions/${name}/config.json`
  const config = readConfig(file)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ timeout: seconds, memorySize: 256 })
  expect([timeoutMilliseconds(config), memoryMegabytes(config)]).toEqual([seconds * 1000, 256])
})

describe('the mini-program as WeChat is told of it', () => {
  const was = process.env.TARO_ENV
  const configOf = (target: string) => {
    process.env.TARO_ENV = target
    let config: Record<string, any> = {}
    jest.isolateModules(() => {
      Object.assign(globalThis, { defineAppConfig: <T>(given: T) => given })
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- read anew for each target
      config = (require('../../src/app.config') as { default: Record<string, any> }).default
    })
    return config
  }
  afterAll(() => { process.env.TARO_ENV = was })

  test('may be wide on a PC, waits 20 seconds for the network, and fetches what is opened next', () => {
    const app = configOf('weapp')
    expect(app.resizable).toBe(true)
    expect(new Set(Object.values(app.networkTimeout as object))).toEqual(new Set([20_000]))
    expect(app.preloadRule).toEqual({ 'pages/home/index': { network: 'all', packages: ['resident', 'survey'] }, 'pages/cases/index': { network: 'all', packages: ['manager', 'office'] } })
  })

  test('has no page that stays blank when it throws', () => {
    const { pages, subpackages } = configOf('weapp') as { pages: string[]; subpackages: { root: string; pages: string[] }[] }
    const all = [...pages, ...subpackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`))]
    expect(all.length).toBeGreaterThan(30)
    expect(all.filter((page) => !/^export default guarded\(\w+\)$/m.test(readFileSync(path.join('src', `${page}.tsx`), 'utf8')))).toEqual([])
    expect(readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /pages\/[\w/]*index\.tsx$/.test(file))).toHaveLength(all.length)
  })
})
