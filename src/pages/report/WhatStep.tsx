import { EVERYDAY_NAMES, everydayName } from '../../../domain/case/everydayNames'
import { suggestCategories } from '../../../domain/case/suggest'
import { cutTo } from '../../../domain/notice/compose'
import { categoryByCode } from '../../../domain/rulebook/categoryByCode'
import type { Category } from '../../../domain/rulebook/edition'
import { Card } from '@/components/Card'
import { Choice, type Option } from '@/components/Choice'
import { Field } from '@/components/Field'
import { Fold } from '@/components/Fold'
import { TextArea } from '@/components/TextArea'
import { useRules } from '@/domainViews/useRules'
import { COMMON_CATEGORIES } from '@/labels/category'
import { GROUP } from '@/labels/case'
import { missingIn, TEXT_MAX } from './missing'
import type { StepProps } from './stepProps'

/** A value of the choice; the draft has null. */
const UNSURE = 'unsure'
const SUGGESTED_MAX = 3

/** In one's own words, or by a tap on a picture; what the catalogue calls it is only offered. */
export function WhatStep({ me, draft, change, missing, onEdit }: StepProps) {
  const edition = useRules()?.edition
  const categories = edition?.categories ?? []
  const suggested = suggestCategories(draft.text, categories, SUGGESTED_MAX)
  const common = COMMON_CATEGORIES.filter(({ code }) => categories.some((each) => each.code === code))
  const chosen = draft.categoryCode === null || !edition ? undefined : categoryByCode(edition, draft.categoryCode)
  const isOffered = chosen && (common.some(({ code }) => code === chosen.code) || suggested.some(({ code }) => code === chosen.code))
  const value = draft.categoryCode ?? UNSURE
  function pick(picked: string) {
    const categoryCode = picked === UNSURE ? null : picked
    change({ categoryCode })
    if (missingIn('what', { ...draft, categoryCode }, me.estates) === null) onEdit('send')
  }
  return (
    <>
      <Field label='出了什么问题？' hint='打字、拼音首字母都行，也可以点键盘上的话筒说。' error={missing ?? undefined}>
        <TextArea label='出了什么问题' value={draft.text} lengthMax={TEXT_MAX} mayBeLonger focus={missing !== null} placeholder='用平常的话说，比如：垃圾桶边上垃圾没人清，有臭味' onChange={(text) => change({ text })} />
      </Field>
      {suggested.length > 0 && (
        <Field label='您说的可能是' hint='点一个就到下一步，选错了考核办会更正。'>
          <Choice label='可能的类别' value={value} options={suggested.map(shortOptionOf)} onChange={pick} />
        </Field>
      )}
      <Field label={suggested.length > 0 ? '都不是？看看常见的' : '不想打字？点一类也行'} hint={suggested.length > 0 ? undefined : '点一个就到下一步。'}>
        <Choice label='常见的类别' form='grid' value={value} options={common.filter(({ code }) => !suggested.some((each) => each.code === code)).map(({ code, icon }) => ({ value: code, label: EVERYDAY_NAMES[code]!, icon }))} onChange={pick} />
      </Field>
      <Field label='也可以不选'>
        <Choice
          label='不确定'
          value={value}
          options={[{ value: UNSURE, label: '不确定', hint: '写几个字，请考核办来判断', icon: 'circleHelp' }, ...(chosen && !isOffered ? [optionOf(chosen)] : [])]}
          onChange={pick}
        />
      </Field>
      <Card>
        <Fold title='查看全部类别'>
          {(Object.keys(GROUP) as (keyof typeof GROUP)[]).map((group) => (
            <Field key={group} label={GROUP[group]}>
              <Choice label={GROUP[group]} value={value} options={categories.filter((each) => each.group === group).map(optionOf)} onChange={pick} />
            </Field>
          ))}
        </Fold>
      </Card>
    </>
  )
}

const HINT_MAX = 30
/** The catalogue's conditions run long; here they only remind. */
const shortOptionOf = ({ condition, ...category }: Category) => optionOf({ ...category, condition: cutTo(condition, HINT_MAX) })
const optionOf = ({ condition, ...category }: Category): Option<string> => ({ value: category.code, label: everydayName(category), hint: condition })
