import { Text, View } from '@tarojs/components'
import { REMARK_LENGTH_MAX } from '../../../domain/survey/questionnaire'
import { Heading } from '@/components/Heading'
import { TextArea } from '@/components/TextArea'
import './style.scss'

/** 留言, in one's own words or none. */
export function RemarkStep({ prompt, value, onChange }: { prompt: string; value: string; onChange: (words: string) => void }) {
  return (
    <View className='ballot-question'>
      <Heading className='ballot-question__words'><Text>{prompt}</Text></Heading>
      <View className='ballot-question__note'><Text>可以不写。写了的，考核办看过、没有个人信息的才会公布，不写是谁说的。</Text></View>
      <TextArea label={prompt} value={value} onChange={onChange} lengthMax={REMARK_LENGTH_MAX} />
    </View>
  )
}
