import { guarded } from '@/components/Guarded'
import { Page } from '@/components/Page'
import { ExportView } from '../../privacy/ExportView'

function ExportPage() {
  return <Page title='导出我的资料'><ExportView /></Page>
}

export default guarded(ExportPage)
