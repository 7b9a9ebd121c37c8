import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { Notice } from '@/components/Notice'
import { BallotFlow } from '../flow/BallotFlow'
import { newBallot } from '../flow/ballotDraft'
import { keepBallot } from '../keptBallots'
import { Answered } from './Answered'
import type { BallotProps } from './ballotProps'
import { CannotAnswer } from './CannotAnswer'
import { Elsewhere } from './Elsewhere'
import { Intro } from './Intro'
import { SecretForm } from './SecretForm'
import './style.scss'
import { useBallot } from './useBallot'

const NEWER = { words: '您家的答卷刚在另一部手机上改过，现在以那一次为准。要改成这一次的，请再点一次提交。' }
const FULL = '手机给小程序的空间满了，答到一半退出会丢。请一次答完。'

/** One household's ballot, by where it stands: to be begun, in the middle, answered from here or from elsewhere, or not to be answered. */
export function HouseholdBallot(props: BallotProps & { onSent: (receipt: string) => void }) {
  const { read: { survey, questionnaire }, right: { householdId, label, standing }, onSent } = props
  const { draft, isUnkept, change, submit, takeSecret, kept: readKept, sending, trouble } = useBallot(survey.id, householdId, questionnaire)
  const [isNewer, setNewer] = useState(false)
  const kept = readKept()
  const begin = () => change(newBallot(questionnaire))
  async function send(milliseconds: number) {
    setNewer(false)
    const submitted = await submit(milliseconds)
    setNewer(submitted.is === 'newer')
    if (submitted.is === 'sent') onSent(submitted.receipt)
  }

  if (standing !== 'open' && standing !== 'answered' && !draft?.tried) return <CannotAnswer {...props} />
  if (standing === 'answered' && !kept) return <Elsewhere {...props} hasDraft={draft !== null} onSecret={(secret) => { takeSecret(secret); change({}) }} />
  if (!draft && standing === 'answered' && kept) return <Answered {...props} kept={kept} onAgain={begin} onShown={() => keepBallot(survey.id, householdId, { ...kept, isShared: true })} />
  if (!draft) return <Intro {...props} onBegin={begin} />
  return (
    <>
      <View className='ballot-note ballot-whose'><Text>{`${survey.estateName} ${label}`}</Text></View>
      {isUnkept && <Notice tone='warn' words={FULL} />}
      <BallotFlow questionnaire={questionnaire} draft={draft} change={change} sendWords={standing === 'answered' ? '提交改答' : '提交答卷'} sending={sending} trouble={isNewer ? NEWER : trouble} onSend={(milliseconds) => void send(milliseconds)}>
        {trouble?.code === 'BALLOT_SPENT' && <SecretForm onSecret={takeSecret} />}
      </BallotFlow>
    </>
  )
}
