import { useEffect } from 'react'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Empty } from '@/components/Empty'
import { guarded } from '@/components/Guarded'
import { ListEnd } from '@/components/ListEnd'
import { Loaded } from '@/components/Loaded'
import { Page } from '@/components/Page'
import { Place } from '@/components/Place'
import { Refusal } from '@/components/Refusal'
import { openNotice } from './openNotice'
import { useRead, useSend } from '@/services/useAction'
import { showUnread } from '@/services/unreadBadge'
import { usePages } from '@/services/usePages'
import { NoticeRow, type InboxNotice } from './NoticeRow'
import { TopUp } from './TopUp'

function InboxPage() {
  const me = useRead('whoAmI', {})
  const isMember = Boolean(me.data?.person)
  return (
    <Page title='消息'>
      <Loaded query={me}>{() => (isMember ? <Inbox /> : <Empty icon='inbox' title='还没有消息' words='在首页选好小区、报告问题以后，进展会告诉您。' />)}</Loaded>
    </Page>
  )
}

function Inbox() {
  const { query, pages, more, next, loadingMore } = usePages('listNotices', {})
  const { send, sending, trouble } = useSend('markRead', { refreshes: ['listNotices', 'whoAmI'] })
  const notices = pages.flatMap((page) => page.notices)
  const unread = pages[0]?.unread
  useEffect(() => {
    if (unread !== undefined) showUnread(unread)
  }, [unread])

  const unreadHere = notices.filter(({ read }) => !read).map(({ id }) => id)
  function open(notice: InboxNotice) {
    if (!notice.read) void send({ noticeIds: [notice.id] })
    openNotice(notice)
  }
  return (
    <Loaded query={query} skeletonRows={4}>
      {() =>
        notices.length === 0 ? (
          <Empty icon='inbox' title='还没有消息' words='您报告的问题有进展、派给您的快到时限，都会在这里告诉您。' />
        ) : (
          <>
            <Place>
              {notices.some(({ told }) => told === 'unreachable') && <TopUp />}
              {trouble && <Refusal words={trouble.words} />}
            </Place>
            <Card flush>{notices.map((notice) => <NoticeRow key={notice.id} notice={notice} onOpen={() => open(notice)} />)}</Card>
            <Place>{unreadHere.length > 1 && <Button kind='quiet' icon='check' words='这些都看过了' sending={sending} onPress={() => void send({ noticeIds: unreadHere.slice(0, 100) })} />}</Place>
            <ListEnd more={more} loading={loadingMore} onMore={next} />
          </>
        )
      }
    </Loaded>
  )
}

export default guarded(InboxPage)
