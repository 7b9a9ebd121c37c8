import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Badge } from '@/components/Badge'
import { Fold } from '@/components/Fold'
import { Icon } from '@/components/Icon'
import { Press } from '@/components/Press'
import { ruleName } from '@/labels/scoring'
import { useNow } from '@/services/useNow'
import { momentWords } from '../momentWords'
import { openSurveyResult } from '../openSurvey'
import { signedPoints } from '../pointsText'
import type { Entry } from './index'

/** What and where; the kind where it rests on no case. */
export const headOf = ({ about, rule }: Entry): string => (about ? [about.category, about.place].filter(Boolean).join(' · ') : ruleName(rule))

/** One entry of the ledger: what and where, of which kind, when, by which sentence of the plan, and the case or survey it rests on. */
export function EntryRow({ entry }: { entry: Entry }) {
  const { rule, ruleText, clause, points, factAt, bookedAt, note, basis, about, caseNumber, reversed, seq, hash } = entry
  const now = useNow(600_000)
  const name = headOf(entry)
  const isCorrection = basis.kind === 'correction'
  return (
    <View className='entry'>
      <View className={`entry__head ${reversed ? 'entry__head--reversed' : ''}`}>
        <Text className='entry__name'>{isCorrection ? `更正：${name}` : name}</Text>
        <Text className='entry__points'>{`${signedPoints(points)} 分`}</Text>
      </View>
      <View className='entry__line'><Text>{[about && ruleName(rule), momentWords(factAt, now), clause].filter(Boolean).join(' · ')}</Text></View>
      {reversed && <Badge tone='neutral' icon='undo' words='已冲正，不再计分' />}
      {note !== '' && basis.kind !== 'case' && <View className='entry__note'><Text>{note}</Text></View>}
      {basis.kind === 'case' && (
        <Press className='entry__case' role='link' onPress={() => void Taro.navigateTo({ url: `/pages/case/index?id=${basis.id}` })}>
          <Text>{caseNumber ? `看这一件：${caseNumber}` : '看这一件'}</Text><Icon name='chevronRight' size='small' />
        </Press>
      )}
      {rule === 'satisfaction' && <Press className='entry__case' role='link' onPress={() => openSurveyResult(basis.id)}><Text>看调查结果</Text><Icon name='chevronRight' size='small' /></Press>}
      <Fold title='依据的原文'>
        <View><Text>{ruleText}</Text></View>
        <View className='entry__hash'><Text>{`计分账第 ${seq} 笔，${momentWords(bookedAt, now)}入账，校验码 ${hash.slice(0, 12)}`}</Text></View>
      </Fold>
    </View>
  )
}
