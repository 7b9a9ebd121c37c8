import { Page } from '@/components/Page'
import { useFreshOnShow } from '@/services/useFreshOnShow'
import { SurveysView } from '../../list/SurveysView'

export default function SurveysPage() {
  useFreshOnShow()
  return <Page title='满意率调查'><SurveysView /></Page>
}
