import { useCallback, useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Questionnaire } from '../../../domain/survey/questionnaire'
import { Button } from '@/components/Button'
import { Loaded } from '@/components/Loaded'
import { confirm } from '@/services/confirm'
import { useRead } from '@/services/useAction'
import { BallotFlow } from '../flow/BallotFlow'
import { newBallot, type BallotDraft } from '../flow/ballotDraft'
import type { OpenSurvey } from '../staff/OpenSurveys'
import { DoorIntro } from './DoorIntro'
import type { Door } from './DoorList'
import { DoorThanks } from './DoorThanks'
import { useDoorCast, type Cast } from './useDoorCast'
import './style.scss'

type DoorBallotProps = { survey: OpenSurvey; door: Door; onLeave: () => void }
const toTop = () => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })

/** One household on this phone: read aloud, answered, thanked, forgotten. Everything stands in the memory of this component and goes with it. */
export function DoorBallot(props: DoorBallotProps) {
  const query = useRead('readSurvey', { surveyId: props.survey.id }, { staleTime: 600_000 })
  return <Loaded query={query}>{({ questionnaire }) => <Ballot {...props} questionnaire={questionnaire} />}</Loaded>
}

function Ballot({ survey, door: { householdId, label }, onLeave, questionnaire }: DoorBallotProps & { questionnaire: Questionnaire }) {
  const [isHandedOver, setHandedOver] = useState(false)
  const [draft, setDraft] = useState<BallotDraft>(() => newBallot(questionnaire))
  const [done, setDone] = useState<Cast | null>(null)
  const { cast, sending, trouble } = useDoorCast(survey.id, householdId, questionnaire)
  const change = useCallback((part: Partial<BallotDraft>) => setDraft((before) => ({ ...before, ...part })), [])
  const home = `${survey.estateName} ${label}`
  function leave() {
    toTop()
    onLeave()
  }
  async function giveUp() {
    // Without a refusal the answers may have arrived, and the household would have no code for them.
    const isUnsure = trouble !== undefined && trouble.code === undefined
    const words = isUnsure ? '刚才可能已经交上了，只是没有收到回音。再交一次不会重复，还能拿到改答码；放弃就拿不到了。' : '按过的都会清掉，这一户仍是未答。'
    if (await confirm({ title: '不答了？', words, yes: '不答了', no: '继续答', danger: true })) leave()
  }
  async function send(milliseconds: number) {
    const sent = await cast(draft, milliseconds)
    if (!sent) return
    // What was answered is not needed any more, not even behind the thanks.
    setDraft(newBallot(questionnaire))
    setDone(sent)
    toTop()
  }
  if (done) return <DoorThanks cast={done} label={home} closesAt={survey.closesAt} onNext={leave} />
  if (!isHandedOver) return <DoorIntro label={home} count={questionnaire.questions.length} onStart={() => { toTop(); setHandedOver(true) }} onBack={leave} />
  return (
    <>
      <View className='door-whose'><Text>{`${home}的答卷，请住户本人按`}</Text></View>
      <BallotFlow questionnaire={questionnaire} draft={draft} change={change} sendWords='交卷' sending={sending} trouble={trouble} onSend={(milliseconds) => void send(milliseconds)} />
      <Button kind='quiet' words='不答了' disabled={sending} onPress={() => void giveUp()} />
    </>
  )
}
