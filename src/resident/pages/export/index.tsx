import { Page } from '@/components/Page'
import { ExportView } from '../../privacy/ExportView'

export default function ExportPage() {
  return <Page title='导出我的资料'><ExportView /></Page>
}
