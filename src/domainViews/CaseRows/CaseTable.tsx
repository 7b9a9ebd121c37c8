import { Image, Text, View } from '@tarojs/components'
import type { CaseSummary } from '../../../types/api/common'
import { Icon } from '@/components/Icon'
import { Press } from '@/components/Press'
import { silent } from '@/components/pictureName'
import { photoAddress } from '@/services/upload'
import { useRowWords } from '../CaseRow/useRowWords'
import type { CaseRowsProps } from './index'
import './style.scss'

/** 案卷 · 状态 · 时限, a case a line: the state says whose turn it is, and what comes next stands beside it, in the case that is open. */
export function CaseTable({ cases, withEstate, noteOf, selected, onOpen }: CaseRowsProps) {
  return (
    <View className='case-table'>
      <View className='case-table__head' ariaHidden>
        <Text className='case-table__what'>案卷</Text>
        <Text>状态</Text>
        <Text>时间</Text>
      </View>
      <View ariaRole='listbox' ariaLabel='案卷'>
        {cases.map((case_) => <Line key={case_.id} case_={case_} withEstate={withEstate} note={noteOf?.(case_) ?? ''} isOpen={case_.id === selected} onOpen={() => onOpen(case_.id)} />)}
      </View>
    </View>
  )
}

function Line({ case_, withEstate, note, isOpen, onOpen }: { case_: CaseSummary; withEstate?: boolean; note: string; isOpen: boolean; onOpen: () => void }) {
  const { title, place, state, danger, next, due, spoken } = useRowWords({ case_, withEstate, note })
  return (
    <Press className={`case-table__row split-row ${danger ? 'case-table__row--danger' : ''} ${isOpen ? 'split-row--on' : ''}`} role='option' selected={isOpen} label={spoken} onPress={onOpen}>
      <View className='case-table__photo'>{case_.photo ? <Image className='case-table__image' src={photoAddress(case_.photo)} mode='aspectFill' lazyLoad {...silent} /> : <Icon name='image' size='small' />}</View>
      <View className='case-table__case'>
        <View className='case-table__title'>{danger && <Icon name='triangleAlert' size='small' />}<Text>{danger ? `有危险：${title}` : title}</Text></View>
        {place && <View className='case-table__small'><Text>{place}</Text></View>}
      </View>
      <View className={`case-table__state tone-${state.tone}`}><Icon name={state.icon} size='small' /><Text>{state.words}</Text></View>
      <View className='case-table__when'>
        {next !== '' && <View><Text>{next}</Text></View>}
        {due && <View className={`case-table__due tone-${due.tone}`}><Text>{due.words}</Text></View>}
      </View>
    </Press>
  )
}
