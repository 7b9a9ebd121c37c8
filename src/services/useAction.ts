import { useRef, useState } from 'react'
import { useMutation, useQuery, useQueryClient, type UseQueryOptions } from '@tanstack/react-query'
import type { Actions } from '../../types/api'
import { call } from './call'
import { useInFront } from './inFront'
import { callOrKept } from './keptReplies'
import { troubleOf, type Trouble } from './trouble'

type ReadOptions<Reply> = Pick<UseQueryOptions<Reply>, 'staleTime' | 'refetchInterval' | 'placeholderData'> & { enabled?: boolean }

/** Reads and keeps in memory; give the result to `Loaded`. Read again, when it has grown old, only by the page in front, and when one comes to the front. */
export function useRead<K extends keyof Actions>(action: K, request: Actions[K]['request'], { enabled = true, ...options }: ReadOptions<Actions[K]['reply']> = {}) {
  const inFront = useInFront()
  return useQuery<Actions[K]['reply']>({ queryKey: [action, request], queryFn: () => callOrKept(action, request), enabled: enabled && inFront, ...options })
}

export type Sent<Reply> = { ok: true; value: Reply } | { ok: false; trouble: Trouble }

type SendOptions = {
  /** What is read again afterwards, at once on the page in front; all of it unless told. */
  refreshes?: readonly (keyof Actions)[]
}

/** Sends once, however often it is tapped meanwhile. Never throws: `trouble` stands beside the button until the next try. */
export function useSend<K extends keyof Actions>(action: K, { refreshes }: SendOptions = {}) {
  const queries = useQueryClient()
  const [trouble, setTrouble] = useState<Trouble>()
  const mutation = useMutation<Actions[K]['reply'], unknown, Actions[K]['request']>({ mutationFn: (request) => call(action, request) })

  // Two taps come before the button is drawn as sending: the second gets the answer of the first.
  const underway = useRef(new Map<string, Promise<Sent<Actions[K]['reply']>>>()).current
  function send(request: Actions[K]['request']) {
    const same = JSON.stringify(request)
    const sent = underway.get(same) ?? sendOnce(request).finally(() => underway.delete(same))
    underway.set(same, sent)
    return sent
  }

  /** An answer that was on its way before the sending is old when it comes, and a first one would not be asked for again. */
  async function refresh(filters: readonly { queryKey?: readonly unknown[] }[]) {
    await Promise.all(filters.map((filter) => queries.cancelQueries(filter)))
    await Promise.all(filters.map((filter) => queries.invalidateQueries(filter)))
  }

  async function sendOnce(request: Actions[K]['request']): Promise<Sent<Actions[K]['reply']>> {
    setTrouble(undefined)
    try {
      const value = await mutation.mutateAsync(request)
      void refresh(refreshes ? refreshes.map((name) => ({ queryKey: [name] })) : [{}])
      return { ok: true, value }
    } catch (error) {
      const found = troubleOf(error)
      setTrouble(found)
      return { ok: false, trouble: found }
    }
  }

  return { send, sending: mutation.isPending, trouble, forgive: () => setTrouble(undefined) }
}
