import { Text } from '@tarojs/components'
import { Page } from '@/components/Page'

export default function ReportPage() {
  return <Page title='报告问题'><Text>报告问题</Text></Page>
}
