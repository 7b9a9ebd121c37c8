import { Text, View } from '@tarojs/components'
import { STEPS, type ReportStep } from '@/services/reports/keptReport'
import './style.scss'

const NAMES = { photo: '拍照', place: '在哪里', what: '是什么', send: '核对提交' } as const satisfies Record<ReportStep, string>

/** Which of the questions this is, and how many there are. */
export function Progress({ step }: { step: ReportStep }) {
  const at = STEPS.indexOf(step)
  return (
    <View className='report-progress' ariaRole='status' ariaLabel={`第 ${at + 1} 步，共 ${STEPS.length} 步：${NAMES[step]}`}>
      <View className='report-progress__track' ariaHidden>
        {STEPS.map((each, index) => <View key={each} className={`report-progress__part ${index <= at ? 'report-progress__part--done' : ''}`} />)}
      </View>
      <View className='report-progress__words' ariaHidden><Text>{`第 ${at + 1} 步，共 ${STEPS.length} 步`}</Text></View>
    </View>
  )
}
