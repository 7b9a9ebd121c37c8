/** The part of saxen that is used; it comes without types. */
declare module 'saxen' {
  type Decode = (text: string) => string
  export class Parser {
    on(event: 'openTag', listener: (name: string, attributes: () => Record<string, string>, decode: Decode, isClosed: boolean) => void): this
    on(event: 'closeTag', listener: (name: string, decode: Decode, isOpened: boolean) => void): this
    on(event: 'comment' | 'question' | 'attention', listener: () => void): this
    on(event: 'text', listener: (text: string, decode: Decode) => void): this
    on(event: 'cdata', listener: (text: string) => void): this
    on(event: 'error', listener: (error: Error) => void): this
    write(xml: string): this
    end(): void
  }
}
