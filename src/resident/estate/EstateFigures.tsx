import { Text, View } from '@tarojs/components'
import type { Actions } from '../../../types/api'
import { Card } from '@/components/Card'
import { Section } from '@/components/Section'
import { Stat, Stats } from '@/components/Stat'
import { periodWords } from '@/domainViews/periodWords'
import { meanWords } from './meanWords'
import './style.scss'

type News = Actions['readEstateNews']['reply']

/** How many, and how they were handled. */
export function EstateFigures({ news: { estateName, month, reported, fixed, open, late, rating }, isOver }: { news: News; isOver: boolean }) {
  return (
    <Section title={`${estateName} · ${periodWords(month)}`}>
      <Card>
        <View className='estate-figures'><Stats>
          <Stat value={String(reported)} unit='件' caption='新问题' />
          <Stat value={String(fixed)} unit='件' caption='已处理好' tone={fixed > 0 ? 'good' : undefined} />
          <Stat value={String(open)} unit='件' caption='还在办' />
          <Stat value={String(late)} unit='件' caption='超过时限' tone={late > 0 ? 'urgent' : undefined} />
        </Stats></View>
        <View className='estate-rating'><Text>{rating ? `居民评价：${meanWords(rating)}` : isOver ? '居民评价：评的人还少，为保护隐私不公布平均。' : '居民评价：本月过完后公布。'}</Text></View>
      </Card>
    </Section>
  )
}
