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
  reaction: (emoji: string, count: number, mine: boolean) => `${emoji} ${count}${mine ? '، أحدها منك' : ''}`,
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
