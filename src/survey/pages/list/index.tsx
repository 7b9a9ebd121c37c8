import { useRouter } from '@tarojs/taro'
import { guarded } from '@/components/Guarded'
import { Page } from '@/components/Page'
import { InTown } from '@/domainViews/InTown'
import { SurveysView } from '../../list/SurveysView'

/** `at`: an estate of the town, in a link that was sent on. */
function SurveysPage() {
  const { at } = useRouter().params
  return <Page title='满意率调查'><InTown why='看各小区的满意率调查。' at={at}><SurveysView /></InTown></Page>
}

export default guarded(SurveysPage)
