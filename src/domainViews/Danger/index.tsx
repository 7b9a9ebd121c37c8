import Taro from '@tarojs/taro'
import { Notice } from '@/components/Notice'
import { useRead } from '@/services/useAction'
import type { CaseSummary } from '../../../types/api/common'
import { useReader } from '../useReader'
import { useRules } from '../useRules'
import { dangerWords, isDanger } from './dangerWords'

/** 12345 reaches every town. */
const HOTLINE = '12345'

/** 有危险: red and first, with what is done now and whom to call. Nothing where the case is no danger, or none any more. */
export function Danger({ summary }: { summary: Pick<CaseSummary, 'state' | 'categoryCode'> }) {
  const edition = useRules()?.edition
  const reader = useReader()
  if (!isDanger(summary, edition)) return null
  return <DangerNotice words={dangerWords(summary.state, reader)} />
}

/** The same before it is a case: whoever stands beside it may call at once. */
export function DangerNotice({ words }: { words: string }) {
  const me = useRead('whoAmI', {}, { enabled: false }).data
  const contact = me?.contacts[0]
  const phone = contact?.phone ?? HOTLINE
  const call = () => void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)
  // The office does not call itself.
  const isOffice = me?.person?.grants.some(({ role }) => role === 'office') === true
  return <Notice tone='urgent' icon='triangleAlert' words={`有危险！${words}`} {...(!isOffice && { action: { words: `打电话给${contact?.office ?? '政府热线'}：${phone}`, onPress: call } })} />
}
