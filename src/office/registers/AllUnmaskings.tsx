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

/** 查看身份记录 of the whole town, for the auditor: who looked, when and why. Nobody looked at is named. */
export function AllUnmaskings() {
  const now = useNow(60_000)
  const { query, pages, more, next, loadingMore } = usePages('listUnmaskings', { scope: 'all' })
  const looks = pages.flatMap(({ unmaskings }) => unmaskings)
  return (
    <>
      <Notice icon='eye' words='考核办每次查看报告人的完整信息，都记在这里；本人也看得到。这里不显示被查看的人是谁。' />
      <Loaded query={query}>
        {() =>
          looks.length === 0 ? (
            <Empty icon='lock' title='还没有人查看过' />
          ) : (
            <>
              <Card flush>
                {looks.map(({ id, at, who, reason, caseId, caseNumber }) => <Cell key={id} icon='eye' title={`${who} 查看了${caseNumber ? `案卷 ${caseNumber} ` : '一件当时未立案举报'}的报告人`} note={`${momentWords(at, now)}。理由：${reason}`} onPress={() => openCase(caseId)} />)}
              </Card>
              <ListEnd more={more} loading={loadingMore} onMore={next} />
            </>
          )
        }
      </Loaded>
    </>
  )
}
