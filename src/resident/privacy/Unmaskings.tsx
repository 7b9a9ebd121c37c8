import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { Empty } from '@/components/Empty'
import { ListEnd } from '@/components/ListEnd'
import { Loaded } from '@/components/Loaded'
import { Notice } from '@/components/Notice'
import { momentWords } from '@/domainViews/momentWords'
import { openCase } from '@/domainViews/openCase'
import { useNow } from '@/services/useNow'
import { usePages } from '@/services/usePages'

/** 谁看过我的信息: who of the office looked, when, why, and in which case. */
export function Unmaskings() {
  const now = useNow(60_000)
  const { query, pages, more, next, loadingMore } = usePages('listUnmaskings', { scope: 'mine' })
  const looks = pages.flatMap(({ unmaskings }) => unmaskings)
  return (
    <>
      <Notice tone='info' icon='eye' words='物业和邻居看不到是谁报告的。考核办平时看到的是隐去的称呼；确需核实时可以查看，要写明理由，每次都记在这里，也会发消息给您。' />
      <Loaded query={query} skeletonRows={2}>
        {() =>
          looks.length === 0 ? (
            <Empty icon='lock' title='还没有人查看过' words='有人查看时，会在这里和“消息”里告诉您。' />
          ) : (
            <>
              <Card flush>
                {looks.map(({ id, at, who, reason, caseId, caseNumber }) => (
                  <Cell key={id} icon='eye' title={`考核办 ${who}`} note={`${momentWords(at, now)} · ${caseNumber ? `编号 ${caseNumber}` : '受理之前'}。理由：${reason}`} onPress={() => openCase(caseId)} />
                ))}
              </Card>
              <ListEnd more={more} loading={loadingMore} onMore={next} />
            </>
          )
        }
      </Loaded>
    </>
  )
}
