import { forwardRef, type ChangeEvent, type PropsWithChildren, type Ref } from 'react'

/** Stands for @tarojs/components in jsdom: plain elements that take Taro's props and give Taro's events. */
type Props = PropsWithChildren<Record<string, any>>

const ARIA: Record<string, string> = {
  ariaRole: 'role',
  ariaLabel: 'aria-label',
  ariaChecked: 'aria-checked',
  ariaHidden: 'aria-hidden',
  ariaLive: 'aria-live',
  ariaSelected: 'aria-selected',
  ariaExpanded: 'aria-expanded',
  ariaDisabled: 'aria-disabled',
}
const KEPT = new Set(['className', 'style', 'id', 'onClick', 'children', 'role', 'disabled', 'placeholder', 'src', 'tabIndex', 'onKeyDown', 'onTouchStart', 'onTouchMove', 'onTouchEnd'])

/** What a DOM element understands; the rest is dropped so that React does not warn. */
function dom(props: Props) {
  const kept: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(props)) {
    const aria = ARIA[name]
    if (aria) kept[aria] = value
    else if (KEPT.has(name) || /^(data-|aria-)/.test(name)) kept[name] = value
  }
  return kept
}

const detail = <T,>(value: T) => ({ detail: { value }, stopPropagation() {}, preventDefault() {} })

function box(tag: 'div' | 'span' | 'label', name: string) {
  const Box = forwardRef((props: Props, ref: Ref<never>) => {
    const Tag = tag as 'div'
    return <Tag ref={ref} {...dom(props)}>{props.children}</Tag>
  })
  Box.displayName = name
  return Box
}

export const View = box('div', 'View')
export const ScrollView = box('div', 'ScrollView')
export const Swiper = box('div', 'Swiper')
export const SwiperItem = box('div', 'SwiperItem')
export const Canvas = box('div', 'Canvas')
export const Text = box('span', 'Text')
export const Label = box('label', 'Label')
export const Image = (props: Props) => <img {...dom(props)} alt={props.ariaLabel ?? ''} />
/** What WeChat does on a tap on a button of its own. */
const tapped = ({ openType, onClick, onGetPhoneNumber, onAgreePrivacyAuthorization }: Props) =>
  openType === 'getPhoneNumber' ? () => onGetPhoneNumber?.({ detail: phoneAnswer }) : openType === 'agreePrivacyAuthorization' ? onAgreePrivacyAuthorization : onClick
let phoneAnswer: { code?: string } = {}
/** For tests: the code that WeChat's phone button hands out; none when the person says no. */
export const setPhoneCode = (code?: string) => {
  phoneAnswer = code === undefined ? {} : { code }
}
export const Button = (props: Props) => (
  <button {...dom(props)} onClick={tapped(props)} type={props.formType === 'submit' ? 'submit' : 'button'} disabled={props.disabled || props.loading}>{props.children}</button>
)
export const Input = (props: Props) => (
  <input {...dom(props)} name={props.name} type={props.password ? 'password' : 'text'} maxLength={props.maxlength} value={props.value ?? ''} onChange={(event: ChangeEvent<HTMLInputElement>) => props.onInput?.(detail(event.target.value))} onBlur={(event) => props.onBlur?.(detail(event.target.value))} />
)
export const Textarea = (props: Props) => (
  <textarea {...dom(props)} name={props.name} maxLength={props.maxlength} value={props.value ?? ''} onChange={(event) => props.onInput?.(detail(event.target.value))} onBlur={(event) => props.onBlur?.(detail(event.target.value))} />
)
export const Switch = (props: Props) => <input type='checkbox' role='switch' {...dom(props)} checked={!!props.checked} onChange={(event) => props.onChange?.(detail(event.target.checked))} />
/** A native select beside the child, so that `selectOptions` works; for a date a field to type it into. */
export const Picker = (props: Props) => (props.mode === 'date' ? <DatePicker {...props} /> : <SelectPicker {...props} />)
const DatePicker = (props: Props) => (
  <div>
    <input type='date' aria-label={props.ariaLabel} value={props.value ?? ''} onChange={(event) => props.onChange?.(detail(event.target.value))} />
    {props.children}
  </div>
)
const SelectPicker = (props: Props) => (
  <div>
    <select aria-label={props.ariaLabel ?? 'picker'} value={props.value ?? ''} onChange={(event) => props.onChange?.(detail(event.target.value))}>
      {(props.range ?? []).map((row: unknown, index: number) => <option key={index} value={index}>{props.rangeKey ? String((row as Record<string, unknown>)[props.rangeKey]) : String(row)}</option>)}
    </select>
    {props.children}
  </div>
)
