import type { Cloud } from '../../local-cloud/start'
import type { ActionName, Actions } from '../../types/api'
import type { Envelope, RefusalCode } from '../../types/api/refusal'
import { picture } from './picture'

export class Refused extends Error {
  constructor(readonly code: RefusalCode, words: string, action: string) {
    super(`${action}: ${code} ${words}`)
  }
}

/** Plays people on a local cloud through the same doors as their phones. */
export type Player = {
  readonly call: <Name extends ActionName>(openid: string, action: Name, request: Actions[Name]['request']) => Promise<Actions[Name]['reply']>
  /** A photo taken and uploaded; another name is another picture. */
  readonly photo: (openid: string, name: string, isTidy: boolean) => Promise<string>
  /** What a phone puts into the storage, where it was told to. */
  readonly upload: (openid: string, path: string, bytes: Buffer) => Promise<string>
  /** The clock function, until nothing is left for it to do. */
  readonly beat: () => Promise<void>
}

const BEATS_MAX = 200
const seedOf = (name: string): number => [...name].reduce((seed, letter) => (Math.imul(seed, 31) + letter.charCodeAt(0)) >>> 0, 7)

export function playerOn(cloud: Cloud): Player {
  const call: Player['call'] = async (openid, action, request) => {
    const envelope = await cloud.invoke<Envelope<Actions[typeof action]['reply']>>('api', { action, request }, { openid })
    if (!envelope.ok) throw new Refused(envelope.code, envelope.words, action)
    return envelope.value
  }
  const upload: Player['upload'] = async (openid, path, bytes) => {
    const response = await fetch(`${cloud.url}/client/upload?path=${encodeURIComponent(path)}`, { method: 'POST', headers: { cookie: `linjing_person=${openid}`, origin: cloud.url }, body: new Uint8Array(bytes) })
    if (!response.ok) throw new Error(`upload to ${path}: ${response.status} ${await response.text()}`)
    return ((await response.json()) as { fileID: string }).fileID
  }
  return {
    call, upload,
    photo: async (openid, name, isTidy) => {
      const { paths: [path] } = await call(openid, 'openUploads', {})
      return upload(openid, path!, picture({ seed: seedOf(name.replace(/-after.*/, '')), isTidy, shot: seedOf(name) }))
    },
    beat: async () => {
      for (let beats = 0; beats < BEATS_MAX; beats += 1) {
        const { ok, more, failed } = await cloud.fireTimer<{ ok: boolean; more: boolean; failed: readonly string[] }>('clock')
        if (!ok || failed.length > 0) throw new Error(`the clock failed: ${failed.join(', ')}`)
        if (!more) return
      }
      throw new Error('the clock does not come to rest')
    },
  }
}
