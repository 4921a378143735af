import { plural } from '../plural.ts';

const count = plural('ar');

export const message = {
  edited: 'معدّلة',
  sending: 'جارٍ الإرسال',
  removed: 'أُزيلت هذه الرسالة',
  unavailable: 'لم تعد الرسالة موجودة',
  answerTo: 'رد على',
  actions: 'إجراءات',
  actionsOfMine: 'إجراءات رسالتك',
  actionsOf: (name: string) => `إجراءات رسالة ${name}`,
  reply: 'رد',
  copyText: 'نسخ النص',
  copyLink: 'نسخ الرابط',
  edit: 'تعديل',
  remove: 'إزالة',
  textCopied: 'تم نسخ النص',
  notCopied: 'تعذّر النسخ',
  reactions: 'التفاعلات',
  reaction: (emoji: string, times: number, mine: boolean) => `${emoji} ${times}${mine ? '، أحدها منك' : ''}`,
  more: (people: number) => count(people, { one: 'شخص آخر', two: 'شخصان آخران', few: '# آخرون', many: '# آخرون', other: '# آخرون' }),
  reactWith: (name: string) => `تفاعل: ${name}`,
  reactOther: 'تفاعل برمز آخر',
  quick: ['إعجاب', 'قلب', 'ضحك', 'احتفال', 'دهشة', 'حزن'],
};

export const editor = {
  label: 'تعديل رسالتك',
  keys: (key: 'enter' | 'ctrl_enter') => `${key === 'enter' ? 'Enter' : 'Ctrl+Enter'} للحفظ، وEsc لتركها كما كانت`,
  save: 'حفظ',
};

export const removing = {
  heading: 'إزالة هذه الرسالة؟',
  consequence: 'ستختفي لدى كل من في الغرفة، نهائيًا.',
  keep: 'إبقاؤها',
  remove: 'إزالة',
};
