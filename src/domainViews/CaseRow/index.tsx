import { Image, Text, View } from '@tarojs/components'
import type { CaseSummary } from '../../../types/api/common'
import { Badge } from '@/components/Badge'
import { Icon } from '@/components/Icon'
import { Press } from '@/components/Press'
import { silent } from '@/components/pictureName'
import { photoAddress } from '@/services/upload'
import { useRowWords } from './useRowWords'
import './style.scss'

type CaseRowProps = {
  case_: CaseSummary
  onOpen: () => void
  /** In lists over several estates. */
  withEstate?: boolean
  /** What staff read in place of the next step; empty for nothing. */
  note?: string
  /** Which row stands open beside the list on a wide screen. */
  selected?: boolean
}

/** A case in a list: what it looks like, what it is, where, how it stands, what comes next. */
export function CaseRow({ case_, onOpen, withEstate, note, selected }: CaseRowProps) {
  const { title, place, state, danger, due, next, spoken } = useRowWords({ case_, withEstate, note })
  return (
    <Press className={`case-row split-row ${danger ? 'case-row--danger' : ''} ${selected ? 'split-row--on' : ''}`} label={spoken} onPress={onOpen}>
      <View className='case-row__photo'>
        {case_.photo ? <Image className='case-row__image' src={photoAddress(case_.photo)} mode='aspectFill' lazyLoad {...silent} /> : <Icon name='image' />}
      </View>
      <View className='case-row__words'>
        {danger && <View className='case-row__danger'><Badge words='有危险' tone='urgent' icon='triangleAlert' /></View>}
        <View className='case-row__title'><Text>{title}</Text></View>
        {place && <View className='case-row__place'><Text>{place}</Text></View>}
        <View className='case-row__state'><Badge {...state} /></View>
        {next !== '' && <View className='case-row__next'><Text>{next}</Text></View>}
        {due && <View className={`case-row__due tone-${due.tone}`}><Icon name={due.icon} size='small' /><Text>{due.words}</Text></View>}
        {due?.small && <View className='case-row__next'><Text>{due.small}</Text></View>}
      </View>
    </Press>
  )
}
