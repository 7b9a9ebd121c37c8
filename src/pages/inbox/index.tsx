import { Text } from '@tarojs/components'
import { Page } from '@/components/Page'

export default function InboxPage() {
  return <Page title='消息'><Text>消息</Text></Page>
}
