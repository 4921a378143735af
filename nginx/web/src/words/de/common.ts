export const common = {
  today: 'Heute',
  yesterday: 'Gestern',
  close: 'Schließen',
  cancel: 'Abbrechen',
};
