import { useRouter } from '@tarojs/taro'
import { codeInScene } from '../../../../domain/household/scene'
import { Page } from '@/components/Page'
import { BindView } from '../../bind/BindView'

/** Opened by hand, by the code of a printed slip (`scene`), or by a relative's card (`code`). Nothing is bound without a tap. */
export default function BindPage() {
  const { scene = '', code = '' } = useRouter().params
  return <Page title='绑定住户'><BindView first={(scene && codeInScene(scene)) || code} /></Page>
}
