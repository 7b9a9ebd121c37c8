import type { Actions } from '../../../types/api'
import { HOUR_MS, yearOf } from '../../../domain/time/beijing'
import { Empty } from '@/components/Empty'
import { Loaded } from '@/components/Loaded'
import { Segments } from '@/components/Segments'
import { useRead } from '@/services/useAction'
import { useInAddress } from '@/services/useInAddress'
import { useHeardNow } from '@/services/useNow'
import { useWide } from '@/services/useWide'
import { SurveysOfYear } from './SurveysOfYear'

const REFRESH_MS = 60_000

type SurveysViewProps = { me: Actions['whoAmI']['reply']; estateId?: string; year?: number }

/** The surveys of a year, by estate; on a phone, with an estate named, that one alone. */
export function SurveysView({ me, estateId, year: first }: SurveysViewProps) {
  const wide = useWide()
  const now = useHeardNow(HOUR_MS)
  const thisYear = now === null ? undefined : yearOf(now)
  const [asked, setYear] = useInAddress('year', first?.toString())
  const query = useRead('readSurveys', { year: asked === undefined ? undefined : Number(asked) }, { refetchInterval: REFRESH_MS })
  if (me.estates.length === 0) return <Empty icon='building' title='还没有小区' words='录入小区和住户名册后，这里就能安排调查。' />
  const isAlone = estateId !== undefined && !wide
  return (
    <>
      {!isAlone && thisYear && <Segments label='年度' items={[thisYear - 1, thisYear, thisYear + 1].map((each) => ({ value: String(each), words: `${each} 年` }))} value={asked ?? String(thisYear)} onChange={setYear} />}
      <Loaded query={query} skeletonRows={6}>
        {({ surveys, year }) => <SurveysOfYear me={me} year={year} surveys={surveys} first={estateId} />}
      </Loaded>
    </>
  )
}
