import type { ReactNode } from 'react'
import type { UseQueryResult } from '@tanstack/react-query'
import { troubleOf } from '@/services/trouble'
import { Failed } from '../Failed'
import { Notice } from '../Notice'
import { Place } from '../Place'
import { Skeleton } from '../Skeleton'

type LoadedProps<T> = { query: UseQueryResult<T>; skeletonRows?: number; children: (data: T) => ReactNode }

/** What was read; while it is not there, a skeleton; when it failed, why, and a way to try again. */
export function Loaded<T>({ query, skeletonRows, children }: LoadedProps<T>) {
  if (query.data === undefined) {
    if (query.isError) return <Failed trouble={troubleOf(query.error)} onRetry={() => void query.refetch()} />
    return query.fetchStatus === 'idle' ? null : <Skeleton rows={skeletonRows} />
  }
  return (
    <>
      <Place>{query.isError && <Notice tone='warn' words={`没有更新成功，下面是之前读到的内容。${troubleOf(query.error).words}`} action={{ words: '再试一次', onPress: () => void query.refetch() }} />}</Place>
      {children(query.data)}
    </>
  )
}
