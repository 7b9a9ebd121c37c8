import { View, Text } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'
import { momentWords } from '@/domainViews/momentWords'
import { CONSENT } from '@/labels/privacy'
import { confirm } from '@/services/confirm'
import type { AskedKind } from '@/services/privacy/kinds'
import { useConsent } from '@/services/privacy/useConsent'
import { useHeardNow } from '@/services/useNow'
import './style.scss'

const KINDS = Object.keys(CONSENT) as AskedKind[]

/** 我同意了什么: each use with its reason, since when, and the way back. */
export function ConsentsView() {
  return (
    <>
      <Notice tone='info' icon='shieldCheck' words='每一样都在第一次用之前单独问您。不同意、撤回都不影响其他功能。' />
      {KINDS.map((kind) => <Consent key={kind} kind={kind} />)}
      {process.env.TARO_ENV === 'weapp' && (
        <Section title='微信里的授权' note='手机系统和微信另外还有开关，也可以在那里关掉相机和位置。'>
          <Button kind='secondary' icon='settings' words='打开微信的授权设置' onPress={() => void Taro.openSetting()} />
        </Section>
      )}
    </>
  )
}

function Consent({ kind }: { kind: AskedKind }) {
  const { said, given, ask, withdraw } = useConsent(kind)
  const now = useHeardNow(60_000)
  const { title, why, without } = CONSENT[kind]
  const when = said && said.at !== null && now !== null ? momentWords(said.at, now) : ''
  const since = said && (given ? `${when}同意` : said.given ? '说明有更新，下次用时会再问您' : `${when}选择了不同意`)
  async function takeBack() {
    if (await confirm({ title: `撤回对${title}的同意？`, words: `撤回后不再使用。${without}以后要用会再问您。`, yes: '撤回' })) withdraw()
  }
  return (
    <Section title={title}>
      <Card>
        <View><Text>{why}</Text></View>
        <View className='consent-line'><Text>{since ?? '还没有用到过，没有问过您'}</Text></View>
        {given && <Button kind='secondary' words={`撤回对${title}的同意`} onPress={() => void takeBack()} />}
        {said && !given && <Button kind='secondary' words={`同意用${title}`} onPress={() => void ask()} />}
      </Card>
    </Section>
  )
}
