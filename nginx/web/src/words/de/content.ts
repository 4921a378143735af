export const content = {
  copyCode: 'Code kopieren',
  codeCopied: 'Kopiert',
  notCopied: 'Kopieren ging nicht',
};
