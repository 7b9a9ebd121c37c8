import { Text, View } from '@tarojs/components'
import type { Actions } from '../../../types/api'
import { Card } from '@/components/Card'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'
import './style.scss'

type Fault = Actions['checkRoster']['reply']['faults'][number]
type FaultsProps = { name: string; sheets: Actions['checkRoster']['reply']['sheets']; faults: readonly Fault[]; count: number }

/** 要改的地方, by row as the spreadsheet counts. */
export function Faults({ name, sheets, faults, count }: FaultsProps) {
  const shown = faults.length < count ? `，先列出前 ${faults.length} 处` : ''
  const place = sheets && sheets.unread.length > 0 ? `工作表“${sheets.read}”。` : undefined
  return (
    <Section title={`有 ${count} 处要改${shown}`} note={place}>
      <Notice tone='warn' words={`“${name}”没有导入，名册没有变。请在表格里改好、保存，再选一次。`} />
      <Card>
        {faults.map(({ row, words }, index) => (
          <View key={index} className='roster-fault'>
            <Text className='roster-fault__row'>{row === null ? '整个文件' : `第 ${row} 行`}</Text>
            <Text className='roster-fault__words'>{words}</Text>
          </View>
        ))}
      </Card>
    </Section>
  )
}
