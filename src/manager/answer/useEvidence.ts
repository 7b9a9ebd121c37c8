import { useState } from 'react'
import { useDraft } from '@/services/draft'

/** Words and photos of one way of handling one case, kept until they have arrived. */
export function useEvidence(caseId: string, way: string) {
  const [draft, change, clear] = useDraft(`answer:${caseId}:${way}`, { text: '', photos: [] as string[], until: '' })
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const text = draft.text.trim()
  return { draft, change, clear, text, isTextMissing: asked && text === '', asked, ask: () => setAsked(true), busy, setBusy }
}
