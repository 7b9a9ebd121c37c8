import { useRead } from '@/services/useAction'

export type Reader = 'resident' | 'staff'

/** Who reads: residents in everyday words and times of the clock, those with an office in theirs. Looks at what the page has read already and asks for nothing itself. */
export function useReader(): Reader {
  const me = useRead('whoAmI', {}, { enabled: false }).data
  return me && !me.person?.grants.length ? 'resident' : 'staff'
}
