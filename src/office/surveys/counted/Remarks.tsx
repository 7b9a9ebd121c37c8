import { useState } from 'react'
import { Empty } from '@/components/Empty'
import { ListEnd } from '@/components/ListEnd'
import { Loaded } from '@/components/Loaded'
import { Section } from '@/components/Section'
import { Segments } from '@/components/Segments'
import { usePages } from '@/services/usePages'
import { RemarkCard } from './RemarkCard'

type RemarksProps = { surveyId: string; waiting: number; mayAct: boolean }
const READ = { waiting: '没有待审看的留言', read: '还没有看过的留言' } as const

/** 留言审看. Nobody else reads one before, for it may name a neighbour. */
export function Remarks({ surveyId, waiting, mayAct }: RemarksProps) {
  const [shown, setShown] = useState<keyof typeof READ>('waiting')
  return (
    <Section title='居民留言' note='不知道是谁写的。没有个人信息、不针对个人的都应公布，批评也公布；结果公布后居民才看得到。'>
      <Segments label='看哪些留言' value={shown} onChange={setShown} items={[{ value: 'waiting', words: '待审看', count: waiting }, { value: 'read', words: '看过的' }]} />
      <RemarkList key={shown} surveyId={surveyId} shown={shown} mayAct={mayAct} />
    </Section>
  )
}

/** One that is decided keeps its place under the finger: the list is read again when one comes back to it. */
function RemarkList({ surveyId, shown, mayAct }: { surveyId: string; shown: keyof typeof READ; mayAct: boolean }) {
  const { query, pages, more, next, loadingMore } = usePages('listSurveyRemarksToRead', { surveyId, waiting: shown === 'waiting' })
  const remarks = pages.flatMap((page) => page.remarks)
  return (
    <Loaded query={query} skeletonRows={3}>
      {() => (
        <>
          {remarks.length === 0 && <Empty icon='messageSquare' title={READ[shown]} />}
          {remarks.map((remark, index) => <RemarkCard key={remark.id} surveyId={surveyId} remark={remark} number={index + 1} mayAct={mayAct} />)}
          {remarks.length > 0 && <ListEnd more={more} loading={loadingMore} onMore={next} />}
        </>
      )}
    </Loaded>
  )
}
