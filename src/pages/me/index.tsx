import { guarded } from '@/components/Guarded'
import { Loaded } from '@/components/Loaded'
import { Page } from '@/components/Page'
import { useRead } from '@/services/useAction'
import { Belonging } from './Belonging'
import { Messages } from './Messages'
import { MyData } from './MyData'
import { MyHouseholds } from './MyHouseholds'
import { Rulebook } from './Rulebook'
import { TextSize } from './TextSize'

function MePage() {
  const me = useRead('whoAmI', {})
  return (
    <Page title='我的'>
      <Loaded query={me}>
        {(data) => (
          <>
            <Belonging me={data} />
            <MyHouseholds households={data.households} />
            <TextSize />
            {data.person && <Messages grants={data.person.grants} />}
            <MyData isMember={data.person !== null} />
            {data.person && <Rulebook />}
          </>
        )}
      </Loaded>
    </Page>
  )
}

export default guarded(MePage)
