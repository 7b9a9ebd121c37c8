import { useRouter } from '@tarojs/taro'
import { guarded } from '@/components/Guarded'
import { Loaded } from '@/components/Loaded'
import { Page } from '@/components/Page'
import { useRead } from '@/services/useAction'
import { AnswerView } from '../../answer/AnswerView'

/** 处理: the manager answers a case, gives it back or asks for time. */
function AnswerPage() {
  const { id = '' } = useRouter().params
  const query = useRead('readCase', { caseId: decodeURIComponent(id) })
  return <Page title='处理案卷'><Loaded query={query} skeletonRows={4}>{(read) => <AnswerView read={read} />}</Loaded></Page>
}

export default guarded(AnswerPage)
