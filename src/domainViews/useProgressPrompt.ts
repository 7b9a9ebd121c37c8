import { TEMPLATE_IDS } from '../../config/templates'
import { useRead } from '@/services/useAction'
import { acceptMessages } from './acceptMessages'

/** On a tap after which one waits for news: may we send them? Not asked where a message is left, nor of who said no today. */
export function useProgressPrompt(enabled = true): () => Promise<void> {
  const { data } = useRead('readQuotas', {}, { enabled })
  return async () => {
    if (data && (data.left.caseProgress ?? 0) === 0) await acceptMessages([TEMPLATE_IDS.caseProgress])
  }
}
