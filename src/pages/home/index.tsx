import { useEffect } from 'react'
import { guarded } from '@/components/Guarded'
import { Page } from '@/components/Page'
import { Loaded } from '@/components/Loaded'
import { useRead } from '@/services/useAction'
import { showUnread } from '@/services/unreadBadge'
import { Home } from './Home'

function HomePage() {
  const me = useRead('whoAmI', {})
  const unread = me.data?.unread
  useEffect(() => {
    if (unread !== undefined) showUnread(unread)
  }, [unread])
  return (
    <Page title='邻净'>
      <Loaded query={me}>{(data) => <Home me={data} />}</Loaded>
    </Page>
  )
}

export default guarded(HomePage)
