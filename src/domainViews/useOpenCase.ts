import { useEffect } from 'react'
import type { CaseSummary } from '../../types/api/common'
import { useInAddress } from '@/services/useInAddress'
import { useWide } from '@/services/useWide'

/**
 * Which case stands open beside its list on a PC: the chosen one, else the first, which stays when others come before it. The address keeps it.
 * @param ended a case that is dealt with, and does not open by itself while it goes from the list
 */
export function useOpenCase(cases: readonly CaseSummary[], ended?: string) {
  const wide = useWide()
  const [open, setOpen] = useInAddress('open')
  const first = cases.find(({ id }) => id !== ended)?.id
  useEffect(() => {
    if (wide && open === undefined) setOpen(first)
  }, [wide, open, first, setOpen])
  return { wide, open: wide ? open : undefined, setOpen }
}
