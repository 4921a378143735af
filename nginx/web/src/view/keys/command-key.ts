/** Apple's keyboards have another key for commands. */
const isApple = () => /^(?:Mac|iP)/.test(navigator.platform);

/** The key that goes with a letter, as it is called before words() know it better. */
export const commandKey = () => (isApple() ? '⌘' : 'Ctrl');
