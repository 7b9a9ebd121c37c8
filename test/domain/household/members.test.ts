import { codeStanding, mayInvite, mayRemove, withoutMember, type IssuedCode, type Member } from '../../../domain/household/members'

const member = (personId: string, changes: Partial<Member> = {}): Member => ({ personId, since: 0, by: 'code', relation: 'lives', invitedBy: null, ...changes })
const OWNER = member('owner')
const PARTNER = member('partner', { by: 'invitation', invitedBy: 'owner' })
const CHILD = member('child', { by: 'invitation', invitedBy: 'partner', relation: 'relative' })
const CARER = member('carer', { relation: 'relative' })
const ALL = [OWNER, PARTNER, CHILD, CARER]

describe('who may invite and remove', () => {
  test.each([['owner', true], ['partner', true], ['child', false], ['carer', false], ['stranger', false]])('%s may invite: %p', (personId, may) => expect(mayInvite(ALL, personId)).toBe(may))

  //                 owner  partner child  carer
  test.each([
    ['owner', /*  */ [false, true, true, false]],
    ['partner', /**/ [false, false, true, false]],
    ['child', /*  */ [false, false, false, false]],
    ['carer', /*  */ [false, false, false, false]],
    ['stranger', [false, false, false, false]],
  ] as const)('%s may remove: %p', (personId, row) => expect(ALL.map((other) => mayRemove(ALL, personId, other))).toEqual([...row]))

  test('who leaves is named nowhere any more', () => {
    const left = withoutMember(ALL, 'partner')
    expect(left.map(({ personId }) => personId)).toEqual(['owner', 'child', 'carer'])
    expect(JSON.stringify(left)).not.toContain('partner')
  })
})

describe('how a code stands', () => {
  const slip: IssuedCode = { kind: 'slip', issuedBy: 'office', expiresAt: null, spentBy: null, replacedAt: null }
  const invitation: IssuedCode = { ...slip, kind: 'invitation', issuedBy: 'owner', expiresAt: 100 }
  test.each([
    ['a new slip', 'open', slip],
    ['a slip after years', 'open', slip],
    ['a slip that somebody used', 'used', { ...slip, spentBy: 'owner' }],
    ['a slip that the office replaced', 'replaced', { ...slip, replacedAt: 5 }],
    ['an invitation', 'open', invitation],
    ['an invitation in its last millisecond', 'open', { ...invitation, expiresAt: 51 }],
    ['an invitation at its end', 'expired', { ...invitation, expiresAt: 50 }],
    ['an invitation by somebody who left', 'replaced', { ...invitation, issuedBy: 'gone' }],
    ['an invitation by somebody who does not live there', 'replaced', { ...invitation, issuedBy: 'carer' }],
    ['an invitation that was used, and is over', 'used', { ...invitation, spentBy: 'child', expiresAt: 50 }],
  ] as const)('%s: %s', (_, standing, code) => expect(codeStanding(code, ALL, 50)).toBe(standing))
})
