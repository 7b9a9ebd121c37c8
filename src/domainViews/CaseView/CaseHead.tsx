import { Text, View } from '@tarojs/components'
import type { CaseStateName } from '../../../domain/case/transitions'
import { categoryByCode } from '../../../domain/rulebook/categoryByCode'
import { Badge } from '@/components/Badge'
import { Heading } from '@/components/Heading'
import { LEVEL } from '@/labels/zh'
import { nextStepWords } from '../caseLines'
import { limitWords } from '../limitWords'
import { categoryName } from '../caseTitle'
import { stateWords } from '../stateWords'
import { useReader } from '../useReader'
import { useRules } from '../useRules'
import type { ReadCase } from './CaseStory'
import './style.scss'

/** Where the words of a list would point at what is open already. */
const HERE: Partial<Record<CaseStateName, string>> = { closed: '', refused: '原因见下面的经过。' }

const NOT_HANDLED: readonly CaseStateName[] = ['refused', 'withdrawn']

/** 什么、在哪里、多久: one sentence; then the words it was told in. */
export function CaseHead({ case_: { summary }, staffNote }: { case_: ReadCase; /** What staff read in place of a resident’s next step. */ staffNote?: string }) {
  const edition = useRules()?.edition
  const reader = useReader()
  const { categoryCode, estateName, placeText, text, state, reportCount, origin, level } = summary
  const category = categoryCode !== null && edition ? categoryByCode(edition, categoryCode) : undefined
  const where = [estateName, placeText].filter(Boolean).join(' ')
  // A resident reads the promise as a time of the clock, below. What is not handled is promised no limit; nor is anything before the rules are read.
  const promise = reader === 'resident' || NOT_HANDLED.includes(state) || (categoryCode !== null && !category) ? '。' : category ? `，派给物业后 ${limitWords(category.limit)}内处置。` : '，类别待考核办判断。'
  const sentence = [where, category && categoryName(category, reader)].filter(Boolean).join('，') + promise
  const next = staffNote ?? HERE[state] ?? nextStepWords(summary)
  const { words, tone, icon } = stateWords(summary, reader)
  return (
    <View className='case-head'>
      <View className='case-head__badges'>
        <Badge words={words} tone={tone} icon={icon} />
        {origin === 'inspected' && <Badge words={`${LEVEL[level]}检查发现`} icon='search' />}
        {origin === 'reported' && level !== 'town' && <Badge words={reader === 'resident' ? `${LEVEL[level]}转来` : `${LEVEL[level]}案卷`} icon='flag' />}
        {reportCount > 1 && <Badge words={`反映 ${reportCount} 次`} icon='users' />}
      </View>
      <Heading className='case-head__sentence'><Text>{sentence}</Text></Heading>
      {text && <View className='case-head__told'><Text>{`“${text}”`}</Text></View>}
      {next && <View className='case-head__next'><Text>{next}</Text></View>}
    </View>
  )
}
