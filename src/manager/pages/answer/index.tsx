import { Text } from '@tarojs/components'
import { Page } from '@/components/Page'

export default function AnswerPage() {
  return <Page title='回复'><Text>回复</Text></Page>
}
