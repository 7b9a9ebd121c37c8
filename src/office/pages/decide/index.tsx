import { Text } from '@tarojs/components'
import { Page } from '@/components/Page'

export default function DecidePage() {
  return <Page title='待定事项'><Text>待定事项</Text></Page>
}
