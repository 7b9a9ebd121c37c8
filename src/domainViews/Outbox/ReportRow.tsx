import type { PropsWithChildren } from 'react'
import { Text, View } from '@tarojs/components'
import type { Actions } from '../../../types/api'
import { Icon } from '@/components/Icon'
import { PhonePhoto } from '@/components/PhonePhoto'
import { useHeardNow } from '@/services/useNow'
import type { KeptReport } from '@/services/reports/keptReport'
import { agoWords } from '../agoWords'
import { reportPlace, reportTitle } from './reportWords'
import './style.scss'

type ReportRowProps = PropsWithChildren<{ report: KeptReport; estates: Actions['whoAmI']['reply']['estates'] }>

/** A report that is still on this phone: its photo, first words, place and when; below, what can be done with it. */
export function ReportRow({ report, estates, children }: ReportRowProps) {
  const now = useHeardNow(60_000)
  const [photo] = report.photos
  return (
    <View className='report-row'>
      <View className='report-row__head'>
        <View className='report-row__photo'>{photo ? <PhonePhoto className='report-row__image' photo={photo} /> : <Icon name='image' />}</View>
        <View className='report-row__words'>
          <View className='report-row__title'><Text>{reportTitle(report)}</Text></View>
          <View className='report-row__note'><Text>{[reportPlace(report, estates), report.changedAt !== null && now !== null && agoWords(report.changedAt, now)].filter(Boolean).join(' · ')}</Text></View>
        </View>
      </View>
      {children}
    </View>
  )
}
