import { Text } from '@tarojs/components'
import { Page } from '@/components/Page'

export default function CasesPage() {
  return <Page title='案卷'><Text>案卷</Text></Page>
}
