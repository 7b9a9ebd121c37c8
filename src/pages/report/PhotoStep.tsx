import { Field } from '@/components/Field'
import { Photos } from '@/components/Photos'
import type { StepProps } from './stepProps'

/** As many as one report takes. */
const PHOTOS_MAX = 9

export function PhotoStep({ draft, change, missing, onBusy }: StepProps & { onBusy: (busy: boolean) => void }) {
  return (
    <Field label='先拍张照片' hint={`拍一张近的、一张带周围环境的，最容易看懂。最多 ${PHOTOS_MAX} 张。请避开他人的脸和车牌；拍摄地点等附带信息不会发出去。`} error={missing ?? undefined}>
      <Photos label='现场照片' keep value={draft.photos} onChange={(photos) => change({ photos })} countMax={PHOTOS_MAX} onBusy={onBusy} />
    </Field>
  )
}
