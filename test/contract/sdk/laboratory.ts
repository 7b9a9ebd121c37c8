import { functionsDirectory, quietCloud, removeTemporaryDirectories, WITH_SDK, type FunctionSource } from '../../local-cloud/support'
import type { Cloud, CloudOptions } from '../../../local-cloud/start'

/** Runs a piece of code where a cloud function runs, with the SDK as published, and brings back what it returned or threw. */
const CODE = `${WITH_SDK}
const nodeSdk = require(${JSON.stringify(require.resolve('@cloudbase/node-sdk'))})
const $ = _.aggregate
exports.main = async ({ code, input }) => {
  try {
    return { value: await eval('(' + code + ')')({ cloud, db, _, $, input, nodeSdk, load: require }) }
  } catch (e) {
    return { error: { type: e.constructor.name, keys: Object.keys(e), errCode: e.errCode, errMsg: e.errMsg, code: e.code, message: e.message } }
  }
}
`

// The SDK's objects live in another process; only their JSON comes back.
export type Sdk = { cloud: any; db: any; _: any; $: any; input: any; nodeSdk: any; load: any }
export type Thrown = { type: string; keys: string[]; errCode?: number; errMsg?: string; code?: string; message: string }
type Outcome = { value?: any; error?: Thrown }
type Work = (sdk: Sdk) => unknown

export type LaboratoryOptions = Partial<CloudOptions> & { readonly functions?: Readonly<Record<string, FunctionSource>>; readonly permissions?: readonly string[]; readonly collections?: readonly string[] }

export const PERSON = 'oPerson'

/** A cloud with a function `laboratory`, for the tests of one file. */
export function openLaboratory({ functions = {}, permissions = [], collections = [], ...options }: LaboratoryOptions = {}) {
  let cloud: Cloud
  beforeAll(async () => {
    const laboratory = { code: CODE, config: { permissions: { openapi: permissions }, timeout: 30, memorySize: 1024 } }
    cloud = await quietCloud({ functionsDir: functionsDirectory({ laboratory, ...functions }), ...options })
    for (const name of collections) cloud.engine.createCollection(name)
  })
  afterAll(async () => {
    await cloud.close()
    removeTemporaryDirectories()
  })

  const attempt = (work: Work, input: unknown = {}) => cloud.invoke<Outcome>('laboratory', { code: work.toString(), input }, { openid: PERSON })
  return {
    cloud: () => cloud,

    async run(work: Work, input?: unknown) {
      const { value, error } = await attempt(work, input)
      if (error) throw new Error(`${error.errMsg ?? error.message} ${error.code ?? ''}`)
      return value
    },

    async fail(work: Work, input?: unknown): Promise<Thrown> {
      const { value, error } = await attempt(work, input)
      if (!error) throw new Error(`did not fail: ${JSON.stringify(value)}`)
      return error
    },
  }
}
