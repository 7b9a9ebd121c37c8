import Taro from '@tarojs/taro'
import type { ConsentKind } from '../../../types/codes'

export type Said = { readonly given: boolean; /** null: said before the server was heard. */ readonly at: number | null; readonly version: string; /** Not yet written down in the cloud. */ readonly unsent?: boolean }
type Ledger = Partial<Record<ConsentKind, Said>>

const PLACE = 'consents'
const listeners = new Set<() => void>()
let kept: Ledger | undefined

/** 同意记录 on this phone: asked without waiting, also before there is a person and without a network. */
export const saidOf = (kind: ConsentKind): Said | undefined => ledger()[kind]

export const unsentOf = (): [ConsentKind, Said][] => (Object.entries(ledger()) as [ConsentKind, Said][]).filter(([, said]) => said.unsent)

export function keepSaid(kind: ConsentKind, said: Said) {
  kept = { ...ledger(), [kind]: said }
  Taro.setStorageSync(PLACE, kept)
  listeners.forEach((listener) => listener())
}

/** A phone that forgets: after 删除我的资料 everything is asked anew. */
export function forgetSaid() {
  kept = {}
  listeners.forEach((listener) => listener())
}

export function onSaid(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function ledger(): Ledger {
  kept ??= read()
  return kept
}

function read(): Ledger {
  const found: unknown = Taro.getStorageSync(PLACE)
  return found && typeof found === 'object' ? found : {}
}
