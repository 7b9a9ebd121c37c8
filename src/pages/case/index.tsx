import { Text } from '@tarojs/components'
import { Page } from '@/components/Page'

export default function CasePage() {
  return <Page title='案卷详情'><Text>案卷详情</Text></Page>
}
