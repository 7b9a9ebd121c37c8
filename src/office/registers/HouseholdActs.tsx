import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { Empty } from '@/components/Empty'
import { ListEnd } from '@/components/ListEnd'
import { Loaded } from '@/components/Loaded'
import { momentWords } from '@/domainViews/momentWords'
import { HOUSEHOLD_ACT } from '@/labels/household'
import { useNow } from '@/services/useNow'
import { usePages } from '@/services/usePages'

/** 住户办理记录: what the office did on households, and why. */
export function HouseholdActs() {
  const now = useNow(60_000)
  const { query, pages, more, next, loadingMore } = usePages('listHouseholdActs', {})
  const acts = pages.flatMap((page) => page.acts)
  return (
    <Loaded query={query}>
      {() =>
        acts.length === 0 ? (
          <Empty icon='clipboardList' title='还没有办理记录' words='考核办发绑定码、清退绑定，都会记在这里。' />
        ) : (
          <>
            <Card flush>
              {acts.map(({ id, kind, at, who, estateName, label, reason, members }) => {
                const { words, icon } = HOUSEHOLD_ACT[kind]
                const what = members > 0 ? `${words}（${members} 人）` : words
                return <Cell key={id} icon={icon} title={`${estateName} ${label}：${what}`} note={`${momentWords(at, now)} · ${who}${reason ? `。理由：${reason}` : ''}`} />
              })}
            </Card>
            <ListEnd more={more} loading={loadingMore} onMore={next} />
          </>
        )
      }
    </Loaded>
  )
}
