import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { Section } from '@/components/Section'
import { Segments } from '@/components/Segments'
import { SCALES, chosenScale, setScale } from '@/services/scale'

const NAMES = { 1: '标准', 1.25: '大', 1.5: '更大', 1.75: '最大' } as const satisfies Record<(typeof SCALES)[number], string>
/** Not chosen: as the phone has it. */
const SYSTEM = 'system'

export function TextSize() {
  const [chosen, setChosen] = useState<string>(() => String(chosenScale() ?? SYSTEM))
  function choose(value: string) {
    setChosen(value)
    setScale(SCALES.find((scale) => String(scale) === value) ?? null)
  }
  return (
    <Section title='关怀模式（大字）' note='字和按钮都变大。跟着手机的字体大小走，也可以自己选。'>
      <Segments label='字的大小' items={[{ value: SYSTEM, words: '跟手机' }, ...SCALES.map((scale) => ({ value: String(scale), words: NAMES[scale] }))]} value={chosen} onChange={choose} />
      <View><Text>这是字的样子：垃圾桶边已经清扫干净。</Text></View>
    </Section>
  )
}
