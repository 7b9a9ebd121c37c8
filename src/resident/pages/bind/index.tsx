import { useRouter } from '@tarojs/taro'
import { guarded } from '@/components/Guarded'
import { Page } from '@/components/Page'
import { BindView } from '../../bind/BindView'
import { codeOnOpening } from '../../bind/codeOnOpening'

/** Opened by hand, by the picture of a printed slip (`scene`, `q`), or by a relative's card (`code`). Nothing is bound without a tap. */
function BindPage() {
  const { params } = useRouter()
  return <Page title='绑定住户'><BindView first={codeOnOpening(params)} /></Page>
}

export default guarded(BindPage)
