import { Text } from '@tarojs/components'
import { Page } from '@/components/Page'

export default function AssessPage() {
  return <Page title='考评'><Text>考评</Text></Page>
}
