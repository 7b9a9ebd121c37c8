import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'
import type { BallotProps } from './ballotProps'
import { SecretForm } from './SecretForm'

type ElsewhereProps = BallotProps & { hasDraft: boolean; onSecret: (secret: string) => void }

/** Somebody of the household, or a phone before this one, has answered. */
export function Elsewhere({ read: { survey }, right, hasDraft, onSecret, onOther }: ElsewhereProps) {
  return (
    <>
      <Notice tone='good' words={`您家已作答：${survey.estateName} ${right.label}`} />
      <Notice tone='neutral' words={`是家里人，或您以前用的手机答的；一户一票，不用再答。${hasDraft ? '您刚才写的还在，输入改答码就能改成这一次的。' : ''}`} />
      <Section title='想改？' note='请用当时作答的手机打开这里，或输入当时的改答码。手机和改答码都没有了的，以已交的答卷为准。'>
        <SecretForm onSecret={onSecret} />
      </Section>
      {onOther && <Button kind='quiet' icon='house' words='换一户' onPress={onOther} />}
    </>
  )
}
