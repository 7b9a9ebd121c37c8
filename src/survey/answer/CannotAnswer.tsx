import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { RIGHT } from '@/labels/survey'
import { useRead } from '@/services/useAction'
import type { BallotProps } from './ballotProps'

/** A household that is not to answer here: why, and whom to ask. */
export function CannotAnswer({ right: { label, standing }, onOther }: BallotProps) {
  const contact = useRead('whoAmI', {}).data?.contacts[0]
  return (
    <>
      <Notice tone={standing === 'paper' ? 'good' : 'neutral'} words={`${label}：${RIGHT[standing].then}`} />
      {contact && standing !== 'paper' && <Notice tone='neutral' icon='phone' words={`${contact.office}，电话 ${contact.phone}，${contact.address}`} />}
      {onOther && <Button kind='secondary' icon='house' words='换一户' onPress={onOther} />}
    </>
  )
}
