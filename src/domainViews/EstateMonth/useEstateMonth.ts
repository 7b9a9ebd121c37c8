import { useQuery } from '@tanstack/react-query'
import { monthStart } from '../../../domain/time/beijing'
import { call } from '@/services/call'

export type EstateMonth = { readonly reported: number; readonly closed: number; /** False when there were more than are worth reading here. */ readonly complete: boolean }

const PAGES_MAX = 5

/** Cases of the estate I live in that began this month, counted from the same list neighbours read. */
async function readMonth(month: string): Promise<EstateMonth> {
  const from = monthStart(month)
  let [reported, closed, cursor] = [0, 0, 0]
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const { cases, nextCursor } = await call('listCases', { scope: 'neighbours', cursor })
    const ofMonth = cases.filter(({ createdAt }) => createdAt >= from)
    reported += ofMonth.length
    closed += ofMonth.filter(({ state }) => state === 'closed').length
    if (nextCursor === null || ofMonth.length < cases.length) return { reported, closed, complete: true }
    cursor = nextCursor
  }
  return { reported, closed, complete: false }
}

export const useEstateMonth = (estateId: string, month: string) => useQuery({ queryKey: ['listCases', 'month', estateId, month], queryFn: () => readMonth(month) })
