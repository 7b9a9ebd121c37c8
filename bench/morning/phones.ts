import { deflateSync } from 'node:zlib'
import type { Cloud } from '../../local-cloud/start'
import { pngOf } from '../../scripts/play/picture'
import type { ActionName, Actions, JointAction } from '../../types/api'
import type { Envelope, JointEnvelope } from '../../types/api/refusal'

/** One call as a phone saw it. `outcome`: 'ok', or why not, by its code. */
export type Sample = { readonly what: string; readonly isRush: boolean; readonly milliseconds: number; readonly outcome: string; readonly databaseCalls: number; readonly looked: number; readonly given: number }
/** Something that must stand in the database once, if any of the outcomes was 'ok'. `mark`: the words by which it is found. */
export type Sent = { readonly what: string; readonly mark: string; readonly outcomes: readonly string[] }
type JointCall = { readonly [Name in JointAction]: readonly [action: Name, request: Actions[Name]['request']] }[JointAction]
type Envelopes = { readonly outcome: string; readonly value?: unknown }

export type Phones = ReturnType<typeof openPhones>

/** The phones of the town: what they ask and send, and how each call went. A null is a refusal, which has been noted. */
export function openPhones(cloud: Cloud) {
  const samples: Sample[] = []
  const sent: Sent[] = []
  let isRush = false
  let marks = 0
  let pictures = 0

  async function timed(openid: string, what: string, event: object, codeOf: (answer: never) => Envelopes): Promise<unknown> {
    const began = performance.now()
    const phase = isRush
    const { outcome, value } = await cloud.invoke('api', event, { openid }).then((answer) => codeOf(answer as never), (error: unknown): Envelopes => ({ outcome: (error as { code?: string }).code ?? 'FAILED' }))
    const milliseconds = performance.now() - began
    const { databaseCalls = 0, documentsExamined: looked = 0, documentsReturned: given = 0 } = lastOf(cloud, openid) ?? {}
    samples.push({ what, isRush: phase, milliseconds, outcome, databaseCalls, looked, given })
    return { outcome, value }
  }
  const single = (answer: Envelope<unknown>): Envelopes => (answer.ok ? { outcome: 'ok', value: answer.value } : { outcome: answer.code })
  /** Of calls that travel together, the answer to the first. */
  const first = (answer: JointEnvelope): Envelopes => {
    if (!answer.ok) return { outcome: answer.code }
    const refused = answer.value.find((each) => each !== null && !each.ok)
    return refused && !refused.ok ? { outcome: refused.code } : { outcome: 'ok', value: answer.value[0]?.ok ? answer.value[0].value : null }
  }

  /** What one page asks for at one moment. */
  async function read<Name extends JointAction>(openid: string, what: string, [action, request]: readonly [Name, Actions[Name]['request']], ...beside: readonly JointCall[]): Promise<Actions[Name]['reply'] | null> {
    const calls = [[action, request] as const, ...beside].map(([name, asked]) => ({ action: name, request: asked }))
    const { value } = (await timed(openid, what, { calls }, first)) as Envelopes
    return (value ?? null) as Actions[Name]['reply'] | null
  }
  async function act<Name extends ActionName>(openid: string, what: string, action: Name, request: Actions[Name]['request']): Promise<{ readonly outcome: string; readonly reply: Actions[Name]['reply'] | null }> {
    const { outcome, value } = (await timed(openid, what, { action, request }, single)) as Envelopes
    return { outcome, reply: (value ?? null) as Actions[Name]['reply'] | null }
  }
  /** @param times more than once: a double tap, or a reply that was lost on the way */
  async function send<Name extends ActionName>(openid: string, what: string, action: Name, request: Actions[Name]['request'], mark: string, times = 1): Promise<Actions[Name]['reply'] | null> {
    const answers = await Promise.all(Array.from({ length: times }, () => act(openid, what, action, request)))
    sent.push({ what, mark, outcomes: answers.map(({ outcome }) => outcome) })
    return answers.find(({ reply }) => reply !== null)?.reply ?? null
  }

  async function photo(openid: string): Promise<readonly string[]> {
    const { reply } = await act(openid, 'openUploads', 'openUploads', {})
    if (reply === null) return []
    const response = await fetch(`${cloud.url}/client/upload?path=${encodeURIComponent(reply.paths[0]!)}`, { method: 'POST', headers: { cookie: `linjing_person=${openid}`, origin: cloud.url }, body: new Uint8Array(snapshot(pictures++)) })
    if (!response.ok) throw new Error(`an upload failed: ${response.status} ${await response.text()}`)
    return [((await response.json()) as { fileID: string }).fileID]
  }

  return {
    read, act, send, photo,
    /** From here on it is the rush that is measured. */
    begin: () => void (isRush = true),
    mark: (): string => `（第 ${(marks += 1)} 号）`,
    samples: samples as readonly Sample[],
    sent: sent as readonly Sent[],
  }
}

/** Reports stand in the order of their ends; a person waits for one answer before the next call, but for a double tap, which is twice the same. */
const lastOf = (cloud: Cloud, openid: string) => [...cloud.invocations()].reverse().find((each) => each.openid === openid && each.functionName === 'api' && each.source === 'wx_client')

const SIDE = 48

/** A small picture, and no two alike: nobody answers with a photo that was shown before. */
function snapshot(n: number): Buffer {
  const rows = Buffer.alloc((SIDE * 3 + 1) * SIDE, 0)
  rows.writeUInt32BE(n, 1)
  return pngOf({ width: SIDE, height: SIDE }, deflateSync(rows))
}
