import type { Invocation } from '../functions/invocations'

export type AdminBody = Record<string, unknown>
/** What goes beside `requestId` into the reply: `data`, or a top-level `transactionId`. */
export type AdminReply = Record<string, unknown>
/** `invocation` is the function that is calling; none for a process that only speaks the protocol. */
export type AdminAction = (body: AdminBody, invocation: Invocation | undefined) => AdminReply | Promise<AdminReply>
