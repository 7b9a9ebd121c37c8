import { Text, View } from '@tarojs/components'
import type { Actions } from '../../../types/api'
import { Card } from '@/components/Card'
import { Loaded } from '@/components/Loaded'
import { Section } from '@/components/Section'
import { momentWords } from '@/domainViews/momentWords'
import { useRead } from '@/services/useAction'
import { useNow } from '@/services/useNow'
import { PrintSlips } from './PrintSlips'
import './style.scss'

/** 发码记录: what one has drawn here, to be printed, now or once more. */
export function SlipRuns({ estateId }: { estateId: string }) {
  const query = useRead('listSlipRuns', { estateId })
  return <Loaded query={query} skeletonRows={2}>{({ runs }) => (runs.length === 0 ? null : <Section title='我发的绑定码'>{runs.map((run) => <Run key={run.runId} run={run} />)}</Section>)}</Loaded>
}

function Run({ run: { runId, building, at, drawn, open, parts } }: { run: Actions['listSlipRuns']['reply']['runs'][number] }) {
  const now = useNow(60_000)
  return (
    <Card>
      <View className='slip-run__title'><Text>{`${building ? `${building} 幢` : '整个小区'} · ${drawn} 户`}</Text></View>
      <View className='slip-run__note'><Text>{`${momentWords(at, now)}发的，${open === 0 ? '都用过或换过了' : `还有 ${open} 个没有用`}`}</Text></View>
      {open > 0 && <PrintSlips runId={runId} parts={parts} />}
    </Card>
  )
}
