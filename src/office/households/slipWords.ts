import type { Tone } from '@/components/tone'
import type { Household } from './HouseholdRow'

/** How the slip that was issued last stands. */
export function slipWords(slip: Household['slip']): { words: string; tone: Tone } {
  if (!slip) return { words: '没发绑定码', tone: 'neutral' }
  return slip.isSpent ? { words: '绑定码已用', tone: 'good' } : { words: '绑定码未用', tone: 'info' }
}
