import { Text } from '@tarojs/components'
import { Page } from '@/components/Page'

export default function InspectPage() {
  return <Page title='现场检查'><Text>现场检查</Text></Page>
}
