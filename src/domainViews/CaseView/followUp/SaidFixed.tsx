import { Notice } from '@/components/Notice'
import { useNow } from '@/services/useNow'
import { dayOf } from '../../momentWords'
import type { ReadCase } from '../CaseStory'

type SaidFixedProps = { followUp: NonNullable<ReadCase['followUp']>; onContradict?: () => void }

/** Thanked, and still able to say otherwise as long as the rule allows. */
export function SaidFixed({ followUp: { until }, onContradict }: SaidFixedProps) {
  const now = useNow(60_000)
  const still = onContradict && until !== null ? `${dayOf(until, now)}之前，又出现了还可以再说。` : ''
  return <Notice tone='good' words={`您说过：修好了。谢谢！${still}`} action={onContradict && { words: '又出现了，或没修好？', onPress: onContradict }} />
}
