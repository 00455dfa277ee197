/** Fields of a mail's head. */
const FIELD =
  /^(?<key>发件人|发信人|寄件人|收件人|收信人|抄送|密送|暗送|主题|标题|发送时间|发送日期|时间|日期|附件|附件数|大小|优先级|回复|From|To|Cc|CC|Bcc|Subject|Date|Sent|Attachments?|Reply-To|Importance)[\s\u3000]*[：:][\s\u3000]*(?<value>.*)$/u;
const PERSON = /^(?:发件人|发信人|寄件人|收件人|收信人|From|To|Sent)$/u;
const SUBJECT = /^(?:主题|标题|Subject)$/u;
/** What is printed before the title in a subject: 投稿：, 转发：, 【投稿】, Fw:. */
const SUBJECT_PREFIX =
  /^(?:(?:投稿|来稿|供稿|稿件|稿|新闻稿|信息|报送|上报|回复|答复|转发|自动转发|Re|RE|re|Fw|FW|Fwd|FWD|fw|fwd)[\s\u3000]*[：:\-—][\s\u3000]*|[【[（(](?:投稿|来稿|供稿|稿件|新闻稿|外部邮件|转发|信息报送)[】\]）)][\s\u3000]*)+/u;
/** A subject that names no text: 投稿, 3月稿件. */
const NO_TITLE =
  /^(?:投稿|来稿|稿件|新闻稿|供稿|无主题|\(无主题\)|（无主题）|图片|信息|.{0,8}(?:稿件|投稿|信息报送|来稿|新闻稿).{0,4}[一二三四五六七八九十\d]*篇?)$/u;
/** Greetings and closing words of a letter. */
const GREETING =
  /^(?:(?:尊敬的|各位)?[\p{Script=Han}]{0,10}?(?:编辑|老师|主编|领导|同志|编辑部|同仁)[\p{Script=Han}、]{0,6}?(?:[，,、：:！!]|您?你?好|收|$)|您好|你好|大家好).{0,40}$/u;
const LETTER =
  /(?:稿件|附件|投稿|来稿|照片|图片).{0,10}(?:如下|见附|请(?:审|查|采|录|刊|收|阅|予)|敬请|附后|见下)|请(?:审阅|查收|审核|采用|刊用|斧正|指正)|(?:见|详见)附件/u;
const CLOSING =
  /^(?:此致|敬礼|致礼|顺颂.{2,4}|祝.{0,2}好|祝.{1,6}[！!。]?|谢谢|谢谢您?[！!。]|多谢[！!。]?|发自我的.{2,12}|此致[\s\u3000]+敬礼)[！!。]?$/u;
const QUOTED =
  /^[-—_>\s]*(?:原始邮件|原邮件|转发的?邮件信息?|转发邮件|Original Message|Forwarded message|Forwarded by.{0,40})[-—_\s]*$|^(?:在|于|On) ?.{6,80}(?:写道|wrote) ?[：:]$/iu;
/** Maximum length of a greeting, in characters: longer lines are text. */
const MAX_GREETING_LENGTH = 50;

/** A field of a mail's head. */
export interface MailField {
  key: string;
  value: string;
  isSubject: boolean;
  isPerson: boolean;
}

export function readMailField(text: string): MailField | undefined {
  const { key, value = '' } = FIELD.exec(text)?.groups ?? {};
  return key === undefined
    ? undefined
    : { key, value: value.trim(), isSubject: SUBJECT.test(key), isPerson: PERSON.test(key) };
}

/** The part of a subject that may be a title: its position in the value, or undefined. */
export function titleInSubject(value: string): number | undefined {
  const start = SUBJECT_PREFIX.exec(value)?.[0].length ?? 0;
  const rest = value.slice(start);
  return rest.length < 4 || NO_TITLE.test(rest) ? undefined : start;
}

/** Whether a line below a mail's head is a greeting to the editors. */
export function isGreeting(text: string): boolean {
  return text.length <= MAX_GREETING_LENGTH && (GREETING.test(text) || LETTER.test(text));
}

/** Whether a line stands above the mail that was answered or forwarded. */
export function isQuotedMail(text: string): boolean {
  return QUOTED.test(text);
}

/** Whether a line closes a letter: 此致, 敬礼. */
export function isClosing(text: string): boolean {
  return CLOSING.test(text);
}
