import type { TemplateKey } from '../../types/codes'
import { TEMPLATE_IDS } from '../../config/templates'
import { call } from '@/services/call'
import { keepDeclined, notDeclined } from '@/services/declined'
import { queryClient } from '@/services/queryClient'
import { askSubscribe } from '@/services/subscribe'

const KEYS = Object.keys(TEMPLATE_IDS) as TemplateKey[]

type AcceptOptions = {
  /** The person tapped on something that is about messages and nothing else: asked for, not nagged. */
  deliberate?: boolean
}

/** Asks on a tap which messages we may send, and writes down what was accepted: one accept is one message, and nobody else keeps count. */
export async function acceptMessages(templateIds: readonly string[], { deliberate = false }: AcceptOptions = {}): Promise<TemplateKey[]> {
  const answers = await askSubscribe(deliberate ? templateIds : notDeclined(templateIds))
  keepDeclined(Object.keys(answers).filter((id) => answers[id] !== 'accept'))
  const accepted = KEYS.filter((key) => answers[TEMPLATE_IDS[key]] === 'accept')
  if (accepted.length > 0) {
    try {
      await call('addQuota', { accepted })
      void queryClient.invalidateQueries({ queryKey: ['readQuotas'] })
    } catch {
      // Not written down, so not to be counted on: the person may tap again.
      return []
    }
  }
  return accepted
}
