import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { cameOfWords } from '@/domainViews/cameOfWords'
import { openCases } from '@/domainViews/caseSegment'
import { useRead } from '@/services/useAction'

/** What came of my reports, in one line. Nobody misses it while it cannot be read. */
export function CameOf() {
  const { data } = useRead('readMyReports', {})
  const words = data && cameOfWords(data)
  return words ? <Card flush><Cell icon='badgeCheck' title={words} label={`${words}，点按看每一件`} onPress={() => openCases('mine')} /></Card> : null
}
