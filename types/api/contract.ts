import type * as z from 'zod'

/** One action's contract: what is asked and what is answered. Replies are parsed too, so that nothing leaves that is not named here. */
export const contract = <Request extends z.ZodType, Reply extends z.ZodType>(request: Request, reply: Reply) => ({ request, reply })
