import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { Badge } from '@/components/Badge'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Fold } from '@/components/Fold'
import { Notice } from '@/components/Notice'
import { momentWords } from '@/domainViews/momentWords'
import { BATCH_STATE } from '@/labels/surveyDesk'
import { useNow } from '@/services/useNow'
import { mismatchWords } from './mismatchWords'
import type { Batch } from './PaperDesk'
import { ReleaseBatch } from './ReleaseBatch'
import './style.scss'

const READINGS = 2

/** Who still has to key it in. */
function nextWords({ keyedBy, keyedByMe }: Batch): string {
  if (keyedBy.length === 0) return '还没有人录入。两位同事各录一遍，录得一样才计票。'
  if (keyedBy.length < READINGS) return keyedByMe ? '您已经录入，等另一位同事录入。' : `${keyedBy[0]}已经录入，请您再录一遍。`
  return keyedByMe ? '两人录的有不一样的地方，请对照原件重看。' : `由${keyedBy.join('、')}录入，请他们对照原件重看。`
}

/** One batch: how far it is, and what is to be done. */
export function BatchCard({ batch, onKey }: { batch: Batch; onKey: () => void }) {
  const now = useNow(60_000)
  const [release, setRelease] = useState<'asked' | 'done'>()
  const { id, envelopes, labels, at, who, state, keyedBy, keyedByMe, mismatches } = batch
  const isOpen = state === 'open'
  const mayKey = isOpen && (keyedByMe || keyedBy.length < READINGS)
  return (
    <Card>
      <View className='batch__head'><Text className='batch__name'>{`${envelopes} 个信封`}</Text><Badge {...BATCH_STATE[state]} /></View>
      <Text className='batch__note'>{`${momentWords(at, now)}，${who}登记`}</Text>
      {isOpen && <View className='batch__next'><Text>{nextWords(batch)}</Text></View>}
      {isOpen && mismatchWords(mismatches).map((words) => <Notice key={words} tone='warn' words={words} />)}
      <Fold title='哪些户的信封'><Text>{labels.join('、')}</Text></Fold>
      {release === 'asked' && <ReleaseBatch batchId={id} onDone={() => setRelease('done')} onBack={() => setRelease(undefined)} />}
      {release === 'done' && <Notice tone='good' words='已撤销登记，这些户可以重新作答。' />}
      {isOpen && !release && (
        <View className='batch__acts'>
          <Button kind='quiet' words='撤销登记' onPress={() => setRelease('asked')} />
          {mayKey && <Button kind={keyedByMe && mismatches.length === 0 ? 'secondary' : 'primary'} icon='pencil' words={keyedByMe ? '改我录的' : '录入'} onPress={onKey} />}
        </View>
      )}
    </Card>
  )
}
