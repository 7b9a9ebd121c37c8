import { Text } from '@tarojs/components'
import { Page } from '@/components/Page'

export default function HomePage() {
  return <Page title='邻净'><Text>邻净</Text></Page>
}
