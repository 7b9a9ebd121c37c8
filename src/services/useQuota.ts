import { TEMPLATE_IDS } from '../../config/templates'
import type { TemplateKey } from '../../types/codes'
import { askSubscribe } from './subscribe'
import { useRead, useSend } from './useAction'

/** 提醒额度: WeChat sends one message for one accept. Asked on a tap only; what was accepted is written down on the server. */
export function useQuota(templates: readonly TemplateKey[]) {
  // Adding nothing tells what is left.
  const { data } = useRead('addQuota', { accepted: [] })
  const { send, sending } = useSend('addQuota', { refreshes: ['addQuota', 'readDesk'] })
  const left = data && Math.min(...templates.map((template) => data.left[template] ?? 0))
  const topUp = async () => {
    const consents = await askSubscribe(templates.map((template) => TEMPLATE_IDS[template]))
    const accepted = templates.filter((template) => consents[TEMPLATE_IDS[template]] === 'accept')
    if (accepted.length > 0) await send({ accepted })
  }
  return { left, topUp, sending }
}
