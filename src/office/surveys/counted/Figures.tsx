import { Text, View } from '@tarojs/components'
import { SATISFIED_MIN, STEPS } from '../../../../domain/survey/questionnaire'
import { BREAKDOWN_MIN, honestBand } from '../../../../domain/survey/result'
import { Bars } from '@/components/Bars'
import { Card } from '@/components/Card'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'
import { Stat, Stats } from '@/components/Stat'
import { CoverageMeter } from '@/domainViews/CoverageMeter'
import { coverageText, lowerEnd, rateText, upperEnd } from '@/domainViews/percentText'
import { pointsText } from '@/domainViews/pointsText'
import { useRules } from '@/domainViews/useRules'
import { MODE } from '@/labels/survey'
import { useRead } from '@/services/useAction'
import type { SurveyDesk } from './Counted'
import '../style.scss'

/** 调查结果, and what it adds by the rules. */
export function Figures({ desk: { survey, result, bonusPoints } }: { desk: SurveyDesk }) {
  const minimumPercent = useRules()?.edition.satisfaction.minimumCoveragePercent
  const questions = useRead('readSurvey', { surveyId: survey.id }).data?.questionnaire.questions ?? []
  if (!result) return <Notice words='还没有计票，几分钟后再看。' />
  const { households, answered, satisfied, modes } = result
  const { from, to, of } = honestBand(result)
  const satisfiedSteps = STEPS.filter((step) => step >= SATISFIED_MIN).length
  const bars = (result.questions ?? []).map(({ questionId, steps, notMet }, index) => {
    const [good, said] = [sum(steps.slice(0, satisfiedSteps)), sum(steps)]
    return { key: questionId, label: `${index + 1}. ${questions.find(({ id }) => id === questionId)?.text ?? ''}`, words: rateText(good, said), note: `${said} 份里 ${good} 份满意${notMet > 0 ? `，${notMet} 份没接触过` : ''}`, values: [said === 0 ? 0 : (good / said) * 100] }
  })
  return (
    <Section title='结果'>
      <View className='survey-figures'><Stats>
        <Stat value={rateText(satisfied, answered)} caption={`满意率：${answered} 份里 ${satisfied} 份`} />
        <Stat value={coverageText(answered, households)} caption={`覆盖率：${households} 户里 ${answered} 户`} />
        <Stat value={pointsText(bonusPoints ?? 0)} unit='分' caption='按细则加分' />
      </Stats></View>
      <Card>
        <CoverageMeter answered={answered} households={households} minimumPercent={minimumPercent} />
        {from < to && <Text className='survey-figures__note'>{`没有答的户如果都满意或都不满意，全体的满意率在 ${lowerEnd(from, of)} 到 ${upperEnd(to, of)} 之间。`}</Text>}
      </Card>
      {modes && <Card><Bars max={100} parts={['满意率']} bars={modes.map(({ mode, ...count }) => ({ key: mode, label: MODE[mode], words: rateText(count.satisfied, count.answered), note: `${count.answered} 份里 ${count.satisfied} 份满意`, values: [(count.satisfied / count.answered) * 100] }))} /></Card>}
      {bars.length > 0 ? <Card><Bars max={100} parts={['满意率']} bars={bars} /></Card> : <Notice words={`不足 ${BREAKDOWN_MIN} 份，不分题、不分方式显示，以免看出是谁答的。`} />}
    </Section>
  )
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
