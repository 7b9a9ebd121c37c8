import { Loaded } from '@/components/Loaded'
import { Page } from '@/components/Page'
import { useRead } from '@/services/useAction'
import { Belonging } from './Belonging'
import { Messages } from './Messages'
import { Rulebook } from './Rulebook'
import { TextSize } from './TextSize'

export default function MePage() {
  const me = useRead('whoAmI', {})
  return (
    <Page title='我的'>
      <Loaded query={me}>
        {(data) => (
          <>
            <Belonging me={data} />
            <TextSize />
            {data.person && <Messages grants={data.person.grants} />}
            {data.person && <Rulebook />}
          </>
        )}
      </Loaded>
    </Page>
  )
}
