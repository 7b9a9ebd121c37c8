import { Component, type ComponentType, type PropsWithChildren } from 'react'
import Taro, { useRouter } from '@tarojs/taro'
import { mishapId, tellMishap } from '@/services/launch/mishap'
import { queryClient } from '@/services/queryClient'
import { Button } from '../Button'
import { Failed } from '../Failed'
import { Page } from '../Page'

const HOME = '/pages/home/index'

function Broken({ id, onRetry }: { id: string; onRetry: () => void }) {
  const { path } = useRouter()
  return (
    <Page title='这一页出了问题'>
      <Failed trouble={{ words: '这一页出了问题，不是您的操作有误。请再试一次；还不行，请联系考核办。', errorId: id }} onRetry={onRetry} />
      {!path.includes(HOME.slice(1)) && <Button kind='quiet' icon='house' words='回首页' onPress={() => void Taro.switchTab({ url: HOME })} />}
    </Page>
  )
}

/** Without it Taro leaves a page blank that threw while it was drawn. */
class Boundary extends Component<PropsWithChildren, { readonly id: string | null }> {
  state = { id: null }
  static getDerivedStateFromError = () => ({ id: mishapId() })
  componentDidCatch(error: unknown) {
    tellMishap('page', error, this.state.id ?? undefined)
  }
  retry = () => {
    // What was read may be why: nobody else looks at it, so it is read anew.
    queryClient.removeQueries({ type: 'inactive' })
    this.setState({ id: null })
  }
  render() {
    return this.state.id === null ? this.props.children : <Broken id={this.state.id} onRetry={this.retry} />
  }
}

/** Every page as it is exported: one that threw says so, with a way on. */
export const guarded = <Props extends object>(Body: ComponentType<Props>) =>
  function GuardedPage(props: Props) {
    return <Boundary><Body {...props} /></Boundary>
  }
