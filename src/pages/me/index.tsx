import { Text } from '@tarojs/components'
import { Page } from '@/components/Page'

export default function MePage() {
  return <Page title='我的'><Text>我的</Text></Page>
}
