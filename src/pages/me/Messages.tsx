import { useState } from 'react'
import type { Actions } from '../../../types/api'
import type { TemplateKey } from '../../../types/codes'
import { TEMPLATE_IDS } from '../../../config/templates'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { Loaded } from '@/components/Loaded'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'
import { acceptMessages } from '@/domainViews/acceptMessages'
import { TEMPLATE } from '@/labels/notice'
import { useRead } from '@/services/useAction'

const KEYS = Object.keys(TEMPLATE) as TemplateKey[]

/** 消息额度: WeChat lets us send one message for each yes, so one sees what is left and tops it up. */
export function Messages({ grants }: { grants: NonNullable<Actions['whoAmI']['reply']['person']>['grants'] }) {
  const left = useRead('readQuotas', {})
  const [outcome, setOutcome] = useState<'accepted' | 'declined'>()
  const mine = KEYS.filter((key) => TEMPLATE[key].role === 'resident' || grants.some(({ role }) => role === TEMPLATE[key].role))
  async function ask() {
    const accepted = await acceptMessages(mine.map((key) => TEMPLATE_IDS[key]), { deliberate: true })
    setOutcome(accepted.length > 0 ? 'accepted' : 'declined')
  }
  return (
    <Section title='微信提醒' note='微信规定：您同意一次，我们才能发一条。次数用完后，消息仍在“消息”里，不会丢。'>
      <Loaded query={left} skeletonRows={1}>
        {(data) => (
          <Card flush>
            {mine.map((key) => <Cell key={key} icon='bell' title={TEMPLATE[key].words} note={TEMPLATE[key].note} value={`还能发 ${data.left[key] ?? 0} 条`} />)}
          </Card>
        )}
      </Loaded>
      {outcome === 'accepted' && <Notice tone='good' words='已增加，谢谢。' />}
      {outcome === 'declined' && <Notice tone='neutral' words='没有增加。若想再收到，请再点一次并选“允许”；点过“总是拒绝”的，可在小程序右上角“设置”里打开。' />}
      <Button kind='secondary' icon='plus' words='多收一条提醒' onPress={() => void ask()} />
    </Section>
  )
}
