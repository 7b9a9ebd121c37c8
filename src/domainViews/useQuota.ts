import { useState } from 'react'
import { TEMPLATE_IDS } from '../../config/templates'
import type { TemplateKey } from '../../types/codes'
import { useRead } from '@/services/useAction'
import { acceptMessages } from './acceptMessages'

/** 提醒额度: how many messages WeChat would still deliver of each of these kinds, and a tap that adds one. */
export function useQuota(templates: readonly TemplateKey[]) {
  const { data } = useRead('readQuotas', {})
  const [asking, setAsking] = useState(false)
  const left = data && Math.min(...templates.map((template) => data.left[template] ?? 0))
  const topUp = async () => {
    setAsking(true)
    await acceptMessages(templates.map((template) => TEMPLATE_IDS[template]), { deliberate: true })
    setAsking(false)
  }
  return { left, topUp, asking }
}
