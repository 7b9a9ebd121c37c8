import { randomBytes } from 'node:crypto'

/** On whose behalf a function runs. No openid: a timer, or a call without WeChat identity. */
export type Caller = { readonly openid?: string; readonly source: string }
export type Invocation = Caller & {
  readonly id: string
  readonly token: string
  readonly functionName: string
  databaseCalls: number
  /** By all its queries together. */
  documentsExamined: number
  documentsReturned: number
  /** Its process was ended. What it had sent by then and was not read yet must not be done any more. */
  isKilled: boolean
}
export type Invocations = ReturnType<typeof openInvocations>

/** Made by a function: the gateway writes the detour into the source. */
export const isNested = ({ source }: Caller): boolean => source.endsWith(',scf')

/** A function may go on talking to the gateway after it has answered, so its token is known a little longer. */
const REMEMBERED = 1000

/** Who is calling the gateway, by the token in each of its requests. */
export function openInvocations() {
  const byToken = new Map<string, Invocation>()
  return {
    begin(functionName: string, caller: Caller): Invocation {
      const invocation = { ...caller, id: randomBytes(8).toString('hex'), token: randomBytes(16).toString('hex'), functionName, databaseCalls: 0, documentsExamined: 0, documentsReturned: 0, isKilled: false }
      byToken.set(invocation.token, invocation)
      if (byToken.size > REMEMBERED) byToken.delete(byToken.keys().next().value!)
      return invocation
    },
    of: (token: string): Invocation | undefined => byToken.get(token),
  }
}
